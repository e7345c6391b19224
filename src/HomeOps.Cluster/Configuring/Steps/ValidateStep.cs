using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Checks all inputs at once. A repository with its own makejinja project may have keys of its own in cluster.yaml, and need
/// other files than the blueprint does.
/// </summary>
internal static class ValidateStep
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static ClusterModel? Run(ConfigureRequest request, LoadedInputs inputs, DiagnosticBag findings)
    {
        if (inputs.Source.Find(string.Empty) is null)
        {
            findings.Add(InputFileDiagnostics.NoFolder(request.Folder));
            return null;
        }

        var reading = ClusterReader.Read(inputs.Cluster, inputs.Nodes, inputs.IsProject);
        if (!inputs.IsProject)
        {
            RequireText(inputs, ClusterFile.Name, inputs.Cluster, findings);
            RequireText(inputs, NodesFile.Name, inputs.Nodes, findings);
            RequireKey(inputs, TunnelFile.FileName, findings);
            RequireKey(inputs, PushToken.FileName, findings);
            if (reading.IsPrivate)
            {
                RequireKey(inputs, DeployKey.FileName, findings);
            }

            RequireKey(inputs, AgeKey.FileName, findings);
            if (StrayKey.Find(request.Environment, request.Into ?? request.Folder) is { } stray)
            {
                findings.Add(InputFileDiagnostics.StrayKey(stray));
            }
        }

        CheckContents(inputs, findings);
        findings.AddRange(reading.Findings);
        return reading.Model;
    }

    private static void RequireText(LoadedInputs inputs, string name, SourceText? text, DiagnosticBag findings)
    {
        if (text is null)
        {
            ReportMissing(inputs, name, findings);
        }
    }

    private static void RequireKey(LoadedInputs inputs, string name, DiagnosticBag findings)
    {
        if (!inputs.Keys.TryGetValue(name, out var content))
        {
            ReportMissing(inputs, name, findings);
        }
        else if (content.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            findings.Add(InputFileDiagnostics.Empty(name, Location.OfFile(inputs.Shown(name))));
        }
    }

    // A file that is there and cannot be read is no missing one, and has its finding.
    private static void ReportMissing(LoadedInputs inputs, string name, DiagnosticBag findings)
    {
        var shown = inputs.Shown(name);
        if (!findings.Any(f => f.Location?.Path == shown))
        {
            findings.Add(InputFileDiagnostics.Missing(name, Location.OfFile(shown)));
        }
    }

    private static void CheckContents(LoadedInputs inputs, DiagnosticBag findings)
    {
        if (inputs.Keys.TryGetValue(AgeKey.FileName, out var age) && age.Length > 0)
        {
            foreach (
                var identity in AgeKey.Read(Encoding.UTF8.GetString(age), inputs.Shown(AgeKey.FileName), findings) ?? []
            )
            {
                identity.Dispose();
            }
        }

        if (inputs.Keys.TryGetValue(TunnelFile.FileName, out var tunnel) && tunnel.Length > 0)
        {
            TunnelFile.Check(tunnel, inputs.Shown(TunnelFile.FileName), findings);
        }

        if (
            inputs.Keys.TryGetValue(DeployKey.FileName, out var key)
            && key.Length > 0
            && !key.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("-----BEGIN "u8)
        )
        {
            findings.Add(InputFileDiagnostics.NotPrivateKey(Location.OfFile(inputs.Shown(DeployKey.FileName))));
        }

        if (
            inputs.Repository.Find(AgeKey.FileName) is { Kind: EntryKind.File } entry
            && (entry.Mode & Others) != UnixFileMode.None
        )
        {
            findings.Add(
                InputFileDiagnostics.ReadableByOthers(AgeKey.FileName, Location.OfFile(inputs.Shown(AgeKey.FileName)))
            );
        }
    }
}
