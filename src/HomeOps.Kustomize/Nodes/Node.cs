using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>A value of an object while it is built: unlike a YAML tree it can be changed. Anchors and merge keys are resolved.</summary>
internal abstract class Node
{
    /// <summary>Where it stands in the file it was read from; nothing for what a transformer made.</summary>
    public TextSpan Span { get; set; }

    /// <summary>The file it was read from; null for what a transformer made.</summary>
    public SourceText? Source { get; set; }

    /// <summary>Where it was read; null for what a transformer made.</summary>
    public Location? At => Source?.At(Span);

    /// <summary>A copy that shares nothing with this node.</summary>
    public abstract Node Copy();

    /// <summary>Whether a node is absent or null.</summary>
    public static bool IsMissingOrNull(Node? node) => node is null or ScalarNode { Tag: ScalarTag.Null };

    /// <summary>The text of a scalar, else null.</summary>
    public static string? TextOf(Node? node) => (node as ScalarNode)?.Text;
}
