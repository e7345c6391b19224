using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The inputs that a repository in another folder gets a copy of, so that it is complete.</summary>
internal static class InputCopies
{
    /// <summary>The copies that are missing. A copy that differs from its original is reported: nobody can say which one counts.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="source">The folder of the inputs.</param>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="keys">SECRET. Content of the key files, those of the repository first.</param>
    /// <param name="findings">Where findings go.</param>
    public static IReadOnlyList<MemoryFile> Of(
        ConfigureRequest request,
        FileTree source,
        FileTree repository,
        IReadOnlyDictionary<string, byte[]> keys,
        DiagnosticBag findings
    )
    {
        var copies = new List<MemoryFile>();
        foreach (var name in (string[])[ClusterFile.Name, NodesFile.Name])
        {
            if (source.TryRead(name) is not { } original)
            {
                continue;
            }

            if (repository.TryRead(name) is not { } copy)
            {
                // cluster.yaml holds the API token of the domain.
                var mode = name == ClusterFile.Name ? MemoryFile.PrivateMode : MemoryFile.DefaultMode;
                copies.Add(new MemoryFile(name, original) { Mode = mode });
            }
            else if (!original.AsSpan().SequenceEqual(copy))
            {
                var place = Location.OfFile(TreePath.Join(repository.Root, name));
                var shown = source.Root.Length > 0 ? TreePath.Join(source.Root, name) : Path.Join(request.Folder, name);
                findings.Add(InputFileDiagnostics.InputDiffers(name, shown, place));
            }
        }

        foreach (var (name, content) in keys)
        {
            if (repository.Find(name) is null && source.Find(name) is not null)
            {
                copies.Add(new MemoryFile(name, content) { Mode = MemoryFile.PrivateMode });
            }
        }

        if (
            copies.Exists(static c => c.Path == DeployKey.FileName)
            && repository.Find(DeployKey.PublicFileName) is null
            && source.TryRead(DeployKey.PublicFileName) is { } publicKey
        )
        {
            copies.Add(new MemoryFile(DeployKey.PublicFileName, publicKey));
        }

        return copies;
    }
}
