using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>A node of the tree that every format is read into: a map, a list, a scalar or a comment.</summary>
public abstract class SopsNode
{
    /// <summary>Where it stands in the text it was read from; empty at 0 when it was made otherwise.</summary>
    public TextSpan Span { get; init; }
}
