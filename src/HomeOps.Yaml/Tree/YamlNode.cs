using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>
/// A node of a YAML document as it stands in the file: text and style, not yet a typed value. What a plain scalar means
/// is decided by the <see cref="YamlResolver"/> of whoever reads it.
/// </summary>
public abstract class YamlNode
{
    private YamlComments comments = YamlComments.None;

    /// <summary>
    /// Where the node's content stands, without anchor, tag and comments. For block collections from the first entry to the end
    /// of the last; for scalars including quotes or the block header. Zero length at offset 0 for nodes made by a program.
    /// </summary>
    public TextSpan Span { get; init; }

    /// <summary>The explicit tag in full (<c>tag:yaml.org,2002:str</c>, <c>!local</c>), or null when there is none.</summary>
    public string? Tag { get; init; }

    /// <summary>The anchor's name without <c>&amp;</c>, or null.</summary>
    public string? Anchor { get; init; }

    /// <summary>Comments that belong to this node, by go-yaml v3's rules of attachment.</summary>
    public YamlComments Comments
    {
        get => comments;
        init => comments = value;
    }

    /// <summary>The node an alias stands for; the node itself when it is no alias.</summary>
    public virtual YamlNode Resolved => this;

    // A foot comment is known only when what follows it was read.
    internal void SetComments(YamlComments value) => comments = value;
}
