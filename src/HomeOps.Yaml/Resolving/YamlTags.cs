namespace HomeOps.Yaml;

/// <summary>The full names of YAML's own tags.</summary>
public static class YamlTags
{
    /// <summary>What <c>!!</c> stands for.</summary>
    public const string Prefix = "tag:yaml.org,2002:";

    /// <summary><c>!!null</c>.</summary>
    public const string Null = Prefix + "null";

    /// <summary><c>!!bool</c>.</summary>
    public const string Bool = Prefix + "bool";

    /// <summary><c>!!int</c>.</summary>
    public const string Int = Prefix + "int";

    /// <summary><c>!!float</c>.</summary>
    public const string Float = Prefix + "float";

    /// <summary><c>!!timestamp</c>.</summary>
    public const string Timestamp = Prefix + "timestamp";

    /// <summary><c>!!str</c>.</summary>
    public const string Str = Prefix + "str";

    /// <summary><c>!!binary</c>.</summary>
    public const string Binary = Prefix + "binary";

    /// <summary><c>!!merge</c>.</summary>
    public const string Merge = Prefix + "merge";

    /// <summary><c>!!seq</c>.</summary>
    public const string Seq = Prefix + "seq";

    /// <summary><c>!!map</c>.</summary>
    public const string Map = Prefix + "map";

    /// <summary>The short form: <c>!!str</c> for the full name, other tags as they are.</summary>
    public static string Shorten(string tag) =>
        tag.StartsWith(Prefix, StringComparison.Ordinal) ? string.Concat("!!", tag.AsSpan(Prefix.Length)) : tag;
}
