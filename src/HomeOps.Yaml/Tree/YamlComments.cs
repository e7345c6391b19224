namespace HomeOps.Yaml;

/// <summary>Comments of a node, each with its <c>#</c>, several lines joined by <c>\n</c>; empty when absent.</summary>
/// <param name="Head">Lines above the node.</param>
/// <param name="Line">The comment behind the node on its line.</param>
/// <param name="Foot">Lines below the node, before a blank line.</param>
public sealed record YamlComments(string Head = "", string Line = "", string Foot = "")
{
    /// <summary>No comment at all.</summary>
    public static YamlComments None { get; } = new();
}
