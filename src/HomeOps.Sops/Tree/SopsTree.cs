using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>A file's content without its metadata: one map for each document (formats other than YAML have one).</summary>
public sealed record SopsTree(SourceText Source, IReadOnlyList<SopsMap> Documents)
{
    /// <summary>The value at a path of keys in the first document, or null.</summary>
    public SopsNode? Find(params ReadOnlySpan<string> path)
    {
        SopsNode? node = Documents.Count > 0 ? Documents[0] : null;
        foreach (var key in path)
        {
            node = (node as SopsMap)?[key];
        }

        return node;
    }

    /// <summary>The number of documents; never the content.</summary>
    public override string ToString() => $"{Documents.Count} document(s)";
}
