using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>A value of an object while it is built: unlike a YAML tree it can be changed. Anchors and merge keys are resolved.</summary>
public abstract class Node
{
    private protected Node() { }

    /// <summary>Where it stands in the file it was read from; nothing for what a transformer made.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>The file it was read from; null for what a transformer made.</summary>
    public SourceText? Source { get; internal set; }

    /// <summary>Where it was read; null for what a transformer made.</summary>
    public Location? At => Source?.At(Span);

    /// <summary>A copy that shares nothing with this node.</summary>
    public abstract Node Copy();

    /// <summary>Reads a file of objects: the roots of its documents, typed as Kubernetes types them.</summary>
    /// <param name="source">The text.</param>
    /// <param name="roots">The roots; none when there is a mistake.</param>
    /// <param name="mistake">What is wrong with the text; null when it was read.</param>
    public static bool TryReadAll(
        SourceText source,
        out IReadOnlyList<Node> roots,
        [NotNullWhen(false)] out Diagnostic? mistake
    )
    {
        try
        {
            (roots, mistake) = (NodeReader.ReadAll(source), null);
            return true;
        }
        catch (KustomizeException wrong)
        {
            (roots, mistake) = ([], wrong.Diagnostic);
            return false;
        }
    }

    /// <summary>Whether a node is absent or null.</summary>
    public static bool IsMissingOrNull(Node? node) => node is null or ScalarNode { Tag: ScalarTag.Null };

    /// <summary>The text of a scalar, else null.</summary>
    public static string? TextOf(Node? node) => (node as ScalarNode)?.Text;
}
