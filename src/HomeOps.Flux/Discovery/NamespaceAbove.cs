using System.Text;
using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>The namespace that the nearest kustomization.yaml above a file sets. Each is read once.</summary>
internal sealed class NamespaceAbove(FileTree tree)
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The namespace; empty when none is set.</summary>
    public string Find(string path)
    {
        for (var folder = path; folder.Length > 0; )
        {
            folder = TreePath.Folder(folder);
            if (!known.TryGetValue(folder, out var found))
            {
                known[folder] = found = Read(folder);
            }

            if (found.Length > 0)
            {
                return found;
            }
        }

        return "";
    }

    // Read leniently: the file may be the very one that does not build.
    private string Read(string folder)
    {
        foreach (var name in (ReadOnlySpan<string>)["kustomization.yaml", "kustomization.yml", "Kustomization"])
        {
            var path = TreePath.Join(folder, name);
            if (
                TryRead(path) is { } bytes
                && Node.TryReadAll(new SourceText(path, Encoding.UTF8.GetString(bytes)), out var roots, out _)
                && roots is [MapNode map, ..]
            )
            {
                return map.Text("namespace") ?? "";
            }
        }

        return "";
    }

    private byte[]? TryRead(string path)
    {
        try
        {
            return tree.TryRead(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
