namespace HomeOps.Yaml;

/// <summary>A sequence.</summary>
public sealed class YamlSequence(IReadOnlyList<YamlNode> items, CollectionStyle style = CollectionStyle.Block)
    : YamlNode
{
    /// <summary>Its items in order.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <summary>How it was written, or should be.</summary>
    public CollectionStyle Style { get; } = style;
}
