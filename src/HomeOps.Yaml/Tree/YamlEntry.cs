namespace HomeOps.Yaml;

/// <summary>One key and its value.</summary>
public sealed record YamlEntry(YamlNode Key, YamlNode Value)
{
    /// <summary>The key's text when it is a scalar, else null.</summary>
    public string? Name => (Key.Resolved as YamlScalar)?.Value;
}
