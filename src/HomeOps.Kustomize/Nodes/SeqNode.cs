namespace HomeOps.Kustomize;

/// <summary>A list of nodes.</summary>
public sealed class SeqNode : Node
{
    /// <summary>Whether it was written in brackets.</summary>
    internal bool IsFlow { get; init; }

    /// <summary>The items.</summary>
    public IList<Node> Items { get; } = new List<Node>();

    /// <inheritdoc />
    public override Node Copy()
    {
        var copy = new SeqNode
        {
            Span = Span,
            Source = Source,
            IsFlow = IsFlow,
        };
        foreach (var item in Items)
        {
            copy.Items.Add(item.Copy());
        }

        return copy;
    }
}
