using HomeOps.Files;
using HomeOps.Flux;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Tests the repository as it will be, as <c>homeops test</c> does: what Flux would refuse in a file that is about to be written is an
/// error. In a person's own file it is a warning, since writing the others does not make it worse.
/// </summary>
internal static class FluxTreeCheck
{
    // Where flux-instance of the blueprint, cluster-template and home-ops begin.
    private const string Entry = "kubernetes/flux/cluster";

    /// <summary>Tests the tree, if there is one.</summary>
    /// <param name="inputs">The folder as it is.</param>
    /// <param name="rendering">What was rendered, and from which templates.</param>
    /// <param name="files">The files that are written, secrets encrypted: placeholders stand for their values.</param>
    /// <param name="removed">Paths of the files that an earlier run made and this one removes.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Run(
        LoadedInputs inputs,
        Rendering rendering,
        MemoryTree files,
        IReadOnlySet<string> removed,
        DiagnosticBag findings
    )
    {
        if (files.Find(Entry) is not { Kind: EntryKind.Folder } || LeadsOut(files, inputs.Repository))
        {
            return;
        }

        try
        {
            var tree = new OverlayTree(files, inputs.Repository) { Gone = removed, ShownRoot = "" };
            // A Secret that somebody made in the cluster by hand must not keep the repository from being written. One thread
            // reads the repository, in the same order each time.
            var cluster = FluxCluster.Build(
                tree,
                Entry,
                new FluxOptions { AllowsMissingSecrets = true, Parallelism = 1 }
            );
            foreach (var finding in FluxTest.Run(cluster).Diagnostics)
            {
                if (finding.Severity != Severity.Note)
                {
                    findings.Add(Placed(finding, rendering, files));
                }
            }
        }
        catch (PathEscapeException)
        {
            // A folder is a link out of the repository. Writing refuses that for each folder once, with the remedy.
        }
    }

    // Writing refuses a folder that is a link out of the repository once, with the remedy; here each reference into it would be a mistake.
    private static bool LeadsOut(MemoryTree files, FileTree repository)
    {
        try
        {
            foreach (var folder in files.Files().Select(static f => TreePath.Folder(f.Path)).Distinct())
            {
                repository.Find(folder);
            }

            return false;
        }
        catch (PathEscapeException)
        {
            return true;
        }
    }

    private static Diagnostic Placed(Diagnostic finding, Rendering rendering, MemoryTree files)
    {
        if (finding.Location is not { } location)
        {
            return finding;
        }

        if (files.Find(location.Path) is null)
        {
            return finding with { Severity = Severity.Warning };
        }

        if (!rendering.Origins.TryGetValue(location.Path, out var template))
        {
            return finding;
        }

        var made = $"the file is made from {template}";
        return finding with { Hint = finding.Hint is { } hint ? $"{hint}\n{made}" : made };
    }
}
