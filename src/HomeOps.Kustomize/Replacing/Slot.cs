namespace HomeOps.Kustomize;

/// <summary>A place in a tree whose node can be exchanged.</summary>
internal readonly struct Slot
{
    private readonly Node parent;
    private readonly string key;
    private readonly int index;

    public Slot(MapNode parent, string key) => (this.parent, this.key, index) = (parent, key, 0);

    public Slot(SeqNode parent, int index) => (this.parent, key, this.index) = (parent, "", index);

    public Node? Node => parent is MapNode map ? map[key] : ((SeqNode)parent).Items[index];

    public void Set(Node node)
    {
        if (parent is MapNode map)
        {
            map.Set(key, node);
        }
        else
        {
            ((SeqNode)parent).Items[index] = node;
        }
    }
}
