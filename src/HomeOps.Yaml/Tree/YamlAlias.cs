namespace HomeOps.Yaml;

/// <summary><c>*name</c>: stands for the node that carries the anchor.</summary>
public sealed class YamlAlias(string name, YamlNode target) : YamlNode
{
    /// <summary>The anchor's name without <c>*</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The node it stands for; never an alias itself.</summary>
    public YamlNode Target { get; } = target;

    /// <inheritdoc />
    public override YamlNode Resolved => Target;
}
