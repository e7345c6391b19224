namespace HomeOps.Yaml;

/// <summary>The five ways to write a scalar.</summary>
public enum ScalarStyle
{
    /// <summary>Without quotes: the only style whose type is up to a resolver.</summary>
    Plain,

    /// <summary>In <c>'</c>.</summary>
    SingleQuoted,

    /// <summary>In <c>"</c>.</summary>
    DoubleQuoted,

    /// <summary>A block after <c>|</c>.</summary>
    Literal,

    /// <summary>A block after <c>&gt;</c>.</summary>
    Folded,
}
