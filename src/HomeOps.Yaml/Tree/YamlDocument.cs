using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>One document of a stream.</summary>
/// <param name="Source">The text it was read from.</param>
/// <param name="Root">Its content; null for a document without any node (empty, or comments only).</param>
public sealed record YamlDocument(SourceText Source, YamlNode? Root)
{
    /// <summary>Comments above and below the content, by go-yaml v3's rules of attachment.</summary>
    public YamlComments Comments { get; init; } = YamlComments.None;

    /// <summary>Whether the document begins with <c>---</c>.</summary>
    public bool ExplicitStart { get; init; }

    /// <summary>The place of a node of this document.</summary>
    public Location LocationOf(YamlNode node) => Source.At(node.Span);
}
