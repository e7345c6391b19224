namespace HomeOps.Kustomize;

/// <summary>A list of nodes.</summary>
internal sealed class SeqNode : Node
{
    public List<Node> Items { get; private init; } = [];

    public static SeqNode Of(List<Node> items) => new() { Items = items };

    public override Node Copy()
    {
        var copy = new SeqNode { Span = Span, Source = Source };
        copy.Items.EnsureCapacity(Items.Count);
        foreach (var item in Items)
        {
            copy.Items.Add(item.Copy());
        }

        return copy;
    }
}
