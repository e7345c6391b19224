namespace HomeOps.Yaml;

/// <summary>How a mapping or sequence is written.</summary>
public enum CollectionStyle
{
    /// <summary>By indentation.</summary>
    Block,

    /// <summary>In brackets.</summary>
    Flow,
}
