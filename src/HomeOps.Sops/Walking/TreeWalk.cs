namespace HomeOps.Sops.Walking;

/// <summary>
/// Goes through a tree in file order, depth first, decides for each value and comment whether it is one of the encrypted ones, and
/// builds a new tree from what the derived class makes of them.
/// </summary>
internal abstract class TreeWalk(SopsSelector selector)
{
    // For selectors that look at comments: what stands directly above the entry on each level of the way.
    private readonly List<List<string>> comments = [];

    protected KeyPath Path { get; } = new();

    protected IReadOnlyList<SopsMap> Walk(IReadOnlyList<SopsMap> documents)
    {
        var result = new SopsMap[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            result[i] = Map(documents[i]);
        }

        return result;
    }

    /// <summary>Makes something of a value that is not null.</summary>
    protected abstract SopsNode OnScalar(SopsScalar scalar, bool encrypted);

    /// <summary>Makes something of a comment in a map.</summary>
    protected abstract SopsComment OnComment(SopsComment comment, bool encrypted);

    /// <summary>Makes something of a comment in a list, where an encrypted comment is an item.</summary>
    protected abstract SopsNode OnListComment(SopsComment comment, bool encrypted);

    private SopsMap Map(SopsMap map)
    {
        comments.Add([]);
        var entries = new SopsEntry[map.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = map.Entries[i];
            if (entry.Value is SopsComment comment)
            {
                comments[^1].Add(comment.Text);
                entries[i] = SopsEntry.OfComment(OnComment(comment, Encrypts(isComment: true)));
                continue;
            }

            Path.Push(entry.Key ?? "");
            entries[i] = entry with { Value = Node(entry.Value) };
            Path.Pop();
            comments[^1].Clear();
        }

        comments.RemoveAt(comments.Count - 1);
        return new SopsMap(entries) { Span = map.Span };
    }

    private SopsList List(SopsList list)
    {
        comments.Add([]);
        var items = new SopsNode[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (list.Items[i] is SopsComment comment)
            {
                comments[^1].Add(comment.Text);
                items[i] = OnListComment(comment, Encrypts(isComment: true));
                continue;
            }

            items[i] = Node(list.Items[i]);
            comments[^1].Clear();
        }

        comments.RemoveAt(comments.Count - 1);
        return new SopsList(items) { Span = list.Span };
    }

    private SopsNode Node(SopsNode node) =>
        node switch
        {
            SopsMap map => Map(map),
            SopsList list => List(list),
            SopsScalar { Type: SopsType.Null } => node,
            SopsScalar scalar => OnScalar(scalar, Encrypts(isComment: false)),
            _ => node,
        };

    private bool Encrypts(bool isComment) => selector.Encrypts(Path.Keys, comments, isComment);
}
