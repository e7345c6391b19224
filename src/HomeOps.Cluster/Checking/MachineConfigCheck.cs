using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Generates the machine config of every node from the repository as it will be, in memory, and reports what Talos would refuse.
/// </summary>
internal static class MachineConfigCheck
{
    private const string ConfigFile = "talconfig.yaml";

    /// <summary>Looks at every rendered talconfig.yaml.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="inputs">The folder as it is, and its keys.</param>
    /// <param name="files">The files that are written, secrets encrypted.</param>
    /// <param name="removed">Paths of the files that an earlier run made and this one removes.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Run(
        ConfigureRequest request,
        LoadedInputs inputs,
        MemoryTree files,
        IReadOnlySet<string> removed,
        DiagnosticBag findings
    )
    {
        var folders = files.All.Where(static f => TreePath.Name(f.Path) == ConfigFile).ToList();
        if (folders.Count == 0)
        {
            return;
        }

        var tree = new OverlayTree(files, inputs.Repository) { Gone = removed, ShownRoot = "" };
        using var keys = Keys(inputs);
        foreach (var folder in folders.Select(static f => TreePath.Folder(f.Path)))
        {
            try
            {
                findings.AddRange(Generate(request, tree, folder, keys).Diagnostics);
            }
            catch (PathEscapeException)
            {
                // The folder is a link out of the repository. Writing refuses that for each folder once, with the remedy.
            }
        }
    }

    private static GenConfigResult Generate(
        ConfigureRequest request,
        OverlayTree tree,
        string folder,
        SopsKeyRing? keys
    ) =>
        GenConfig.Run(
            new GenConfigInput
            {
                Files = tree,
                Folder = folder,
                Random = request.Random,
                Clock = request.Time,
                Keys = keys,
                Environment = request.Environment,
                Secrets = keys is not null && HasSecrets(tree, folder) ? null : SecretsBundle.StandIn,
                Options = new GenConfigOptions { OmitTalosconfig = true },
            }
        );

    private static bool HasSecrets(OverlayTree tree, string folder) =>
        GenConfigInput.UsualSecretFiles.Any(n => tree.Find(TreePath.Join(folder, n)) is { Kind: EntryKind.File });

    // Whether age.key can be read was said when secrets were encrypted.
    private static SopsKeyRing? Keys(LoadedInputs inputs) =>
        inputs.Keys.TryGetValue(AgeKey.FileName, out var key)
        && AgeKey.Read(Encoding.UTF8.GetString(key), AgeKey.FileName, new DiagnosticBag()) is { } identities
            ? new SopsKeyRing([KeySource.FromIdentities(AgeKey.FileName, identities)])
            : null;
}
