namespace HomeOps.Yaml;

/// <summary>A scalar: its decoded text and how it was written.</summary>
public sealed class YamlScalar(string value, ScalarStyle style = ScalarStyle.Plain) : YamlNode
{
    /// <summary>The text after escapes, folding and block indentation are undone.</summary>
    public string Value { get; } = value;

    /// <summary>How it was written, or should be.</summary>
    public ScalarStyle Style { get; } = style;

    /// <inheritdoc />
    public override string ToString() => Value;
}
