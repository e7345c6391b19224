using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Talos.Talconfig;
using HomeOps.Text;

namespace HomeOps.Talos.Images;

/// <summary>Which installer image a node uses.</summary>
internal static class NodeImage
{
    /// <summary>The image with its tag: the one given, or the factory's for the node's schematic. Empty after a reported mistake.</summary>
    public static string Installer(TalconfigFile talconfig, ConfigStruct node, DiagnosticBag diagnostics)
    {
        if (node.Text("talosImageURL") is { Length: > 0 } image)
        {
            return $"{image}:{talconfig.TalosVersion}";
        }

        var given = talconfig.Root.Struct("imageFactory");
        var (address, problem) = Spec(talconfig, node).Installer(ImageFactory.Of(given));
        if (address is null)
        {
            diagnostics.Add(
                TalosDiagnostics.ImageTemplate("installerURLTmpl", problem, given?["installerURLTmpl"]?.Origin)
            );
        }

        return address ?? "";
    }

    /// <summary>The image to boot a node from, for <c>imageSchematic</c> when there is one. Empty after a reported mistake.</summary>
    public static string Image(TalconfigFile talconfig, ConfigStruct node, DiagnosticBag diagnostics)
    {
        var given = talconfig.Root.Struct("imageFactory");
        var (address, problem) = Spec(talconfig, node, "imageSchematic").Image(ImageFactory.Of(given));
        if (address is null)
        {
            var at = given?["ISOURLTmpl"]?.Origin ?? given?["imageURLTmpl"]?.Origin;
            diagnostics.Add(TalosDiagnostics.ImageTemplate("ISOURLTmpl", problem, at));
        }

        return address ?? "";
    }

    /// <summary>What the node's image is made of.</summary>
    public static Schematic Schematic(ConfigStruct node, string preferred = "schematic") =>
        (node.Struct(preferred) ?? node.Struct("schematic")) is { } given
            ? new Schematic(given)
            : Talos.Schematic.Empty;

    /// <summary>Kernel arguments of the schematic, where GRUB is what reads them.</summary>
    public static IReadOnlyList<string> KernelArgs(ConfigStruct node, VersionContract contract) =>
        !contract.HasUkiCommandLine && node.Struct("machineSpec")?.Bool("useUKI") != true
            ? [.. Schematic(node).KernelArgs]
            : [];

    private static ImageSpec Spec(TalconfigFile talconfig, ConfigStruct node, string preferred = "schematic") =>
        ImageSpec.Of(node, Schematic(node, preferred), talconfig.TalosVersion);
}
