namespace HomeOps.Yaml;

/// <summary>Limits of reading.</summary>
public sealed record YamlReadOptions
{
    /// <summary>Nesting of collections that is still read.</summary>
    public int MaxDepth { get; init; } = 1000;

    /// <summary>Size of a text in UTF-8 bytes that is still read.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;
}
