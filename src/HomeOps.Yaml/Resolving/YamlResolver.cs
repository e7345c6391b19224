namespace HomeOps.Yaml;

/// <summary>
/// Decides what scalars mean. The same text is a number to one reader and a string to another: template data follow
/// PyYAML, SOPS and Kubernetes files go-yaml v3.
/// </summary>
public abstract class YamlResolver
{
    /// <summary>PyYAML's safe loader, YAML 1.1.</summary>
    public static YamlResolver PyYaml { get; } = new PyYamlResolver();

    /// <summary>go-yaml v3, as SOPS and Kubernetes tools use it.</summary>
    public static YamlResolver GoV3 { get; } = new GoV3Resolver();

    /// <summary>The meaning of a scalar, its tag and style considered.</summary>
    /// <exception cref="FormatException">An explicit tag does not fit the text (<c>!!int abc</c>); the message says so.</exception>
    public abstract YamlValue Resolve(YamlScalar scalar);

    private protected static FormatException Misfit(YamlScalar scalar) =>
        new($"the text does not fit the tag {YamlTags.Shorten(scalar.Tag ?? "")}");

    // Not named: a password that begins with '!' is read as one.
    private protected static FormatException UnknownTag() => new("this tag is not known");

    private protected static FormatException Invalid(string what) =>
        new($"the text is written like a {what} but is none");
}
