using HomeOps.Talos.Images;
using HomeOps.Talos.Inputs;
using HomeOps.Talos.Talconfig;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>The image addresses of one node.</summary>
/// <param name="Hostname">Name of the node.</param>
/// <param name="SchematicId">What the image is made of.</param>
/// <param name="Schematic">The same as the text that the factory takes.</param>
/// <param name="Address">The address.</param>
public sealed record NodeImageAddress(string Hostname, string SchematicId, string Schematic, string Address);

/// <summary>The addresses of the images that the nodes of a talconfig.yaml are installed with and booted from (talos.md 1.7).</summary>
public static class NodeImages
{
    /// <summary>
    /// The installers, as a config would name them: a <c>talosImageURL</c> counts before the schematic. Empty after an error.
    /// </summary>
    public static (IReadOnlyList<NodeImageAddress> Images, IReadOnlyList<Diagnostic> Diagnostics) Installers(
        GenConfigInput input
    ) => Of(input, isInstaller: true);

    /// <summary>The images to boot from. Empty after an error.</summary>
    public static (IReadOnlyList<NodeImageAddress> Images, IReadOnlyList<Diagnostic> Diagnostics) Boots(
        GenConfigInput input
    ) => Of(input, isInstaller: false);

    private static (IReadOnlyList<NodeImageAddress> Images, IReadOnlyList<Diagnostic> Diagnostics) Of(
        GenConfigInput input,
        bool isInstaller
    )
    {
        var diagnostics = new DiagnosticBag();
        var files = new InputFiles(input.Files, input.Folder, input.Keys, diagnostics);
        var found = GenConfig.ReadTalconfig(input, files, diagnostics) is { } talconfig
            ? Found(talconfig, input.Options.Node, isInstaller, diagnostics)
            : [];
        return (
            diagnostics.HasErrors ? [] : found,
            [.. diagnostics.Ordered().Select(files.AsWritten).Select(files.Hidden.Hide)]
        );
    }

    private static List<NodeImageAddress> Found(
        TalconfigFile talconfig,
        string wanted,
        bool isInstaller,
        DiagnosticBag diagnostics
    )
    {
        var found = new List<NodeImageAddress>();
        foreach (var node in talconfig.Nodes.Where(n => GenConfig.IsWanted(n, wanted)))
        {
            var schematic = NodeImage.Schematic(node, isInstaller ? "schematic" : "imageSchematic");
            var address = isInstaller
                ? NodeImage.Installer(talconfig, node, diagnostics)
                : NodeImage.Image(talconfig, node, diagnostics);
            found.Add(new NodeImageAddress(node.Text("hostname"), schematic.Id, schematic.ToYaml(), address));
        }

        if (found.Count == 0)
        {
            diagnostics.Add(TalosDiagnostics.UnknownNode(wanted, talconfig.Root["nodes"]?.Origin));
        }

        return found;
    }
}
