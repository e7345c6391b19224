namespace HomeOps.Kustomize;

/// <summary>Where the parts of an object stand in the files.</summary>
internal static class NodePlaces
{
    /// <summary>Gives a tree that was read from a text nobody wrote the places of the tree that the text was made of.</summary>
    public static void Restore(Node node, Node? original)
    {
        (node.Source, node.Span) = (original?.Source, original?.Span ?? default);
        switch (node)
        {
            case MapNode map:
                foreach (var (key, value) in map.Entries)
                {
                    Restore(value, (original as MapNode)?[key]);
                }

                break;
            case SeqNode sequence:
                var items = (original as SeqNode)?.Items;
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    Restore(sequence.Items[i], items is not null && i < items.Count ? items[i] : null);
                }

                break;
        }
    }
}
