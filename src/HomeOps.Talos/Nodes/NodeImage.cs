using HomeOps.Talos.Generating;
using HomeOps.Talos.Inputs;
using HomeOps.Talos.Model;
using HomeOps.Talos.Talconfig;

namespace HomeOps.Talos.Nodes;

/// <summary>Which installer image a node uses.</summary>
internal static class NodeImage
{
    /// <summary>The image with its tag: the one given, or the factory's for the node's schematic.</summary>
    public static string Installer(TalconfigFile talconfig, ConfigStruct node)
    {
        if (node.Text("talosImageURL") is { Length: > 0 } image)
        {
            return $"{image}:{talconfig.TalosVersion}";
        }

        var factory = talconfig.Root.Struct("imageFactory");
        var registry = factory?.Text("registryURL") is { Length: > 0 } url ? url : "factory.talos.dev";
        var spec = node.Struct("machineSpec");
        var mode = spec?.Text("mode") is { Length: > 0 } given ? given : "metal";
        var secureboot = spec?.Bool("secureboot") == true;
        var id = node.Struct("schematic") is { } schematic ? new Schematic(schematic).Id : Schematic.Empty.Id;
        if (factory?.Text("installerURLTmpl") is { Length: > 0 } template)
        {
            template = template.Replace(
                "{{if .Secureboot}}-secureboot{{end}}",
                secureboot ? "-secureboot" : "",
                StringComparison.Ordinal
            );
            var rendered = FileTemplate.Render(
                template,
                ("RegistryURL", registry),
                ("Mode", mode),
                ("ID", id),
                ("Version", talconfig.TalosVersion),
                ("Secureboot", secureboot ? "true" : "false")
            );
            if (rendered is not null)
            {
                return rendered;
            }
        }

        return $"{registry}/{mode}-installer{(secureboot ? "-secureboot" : "")}/{id}:{talconfig.TalosVersion}";
    }

    /// <summary>Kernel arguments of the schematic, where GRUB is what reads them.</summary>
    public static IReadOnlyList<string> KernelArgs(ConfigStruct node, VersionContract contract) =>
        node.Struct("schematic") is { } schematic
        && !contract.HasUkiCommandLine
        && node.Struct("machineSpec")?.Bool("useUKI") != true
            ? [.. new Schematic(schematic).KernelArgs]
            : [];
}
