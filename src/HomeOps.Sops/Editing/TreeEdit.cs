using HomeOps.Text;

namespace HomeOps.Sops.Editing;

/// <summary>Finds, sets and removes single values in the first document of a tree. Comments do not count as list items.</summary>
internal sealed class TreeEdit(SopsTree tree, SopsPath path)
{
    /// <summary>The value there.</summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.PathNotFound"/>.</exception>
    public SopsNode Find()
    {
        SopsNode? node = tree.Documents[0];
        foreach (var step in path.Steps)
        {
            node = step.Key is { } key ? (node as SopsMap)?[key] : Item(node as SopsList, step.Index);
        }

        return node ?? throw NotFound();
    }

    /// <summary>The tree with another value there; parents that are missing are made, a list may grow by one.</summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.PathNotFound"/>: the path goes through a value, or beyond a list's end.</exception>
    public SopsTree Set(SopsNode value) => With(Replace(tree.Documents[0], 0, value));

    /// <summary>The tree without the value there.</summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.PathNotFound"/>.</exception>
    public SopsTree Unset()
    {
        Find();
        return With(Replace(tree.Documents[0], 0, null));
    }

    private SopsTree With(SopsNode? root) =>
        tree with
        {
            Documents = [(SopsMap)(root ?? throw NotFound()), .. tree.Documents.Skip(1)],
        };

    // Null for a value to remove; then a null result means that nothing is left of this node.
    private SopsNode? Replace(SopsNode? node, int depth, SopsNode? value)
    {
        if (depth == path.Steps.Count)
        {
            return value is null ? null : KeepType(node, value);
        }

        var step = path.Steps[depth];
        return (node, step.Key) switch
        {
            (null or SopsScalar { Type: SopsType.Null }, { } key) => new SopsMap([
                new SopsEntry(key, Child(null, depth, value)),
            ]),
            (null or SopsScalar { Type: SopsType.Null }, null) when step.Index == 0 => new SopsList([
                Child(null, depth, value),
            ]),
            (SopsMap map, { } key) => InMap(map, key, depth, value),
            (SopsList list, null) => InList(list, step.Index, depth, value),
            _ => throw NotFound(),
        };
    }

    private SopsNode Child(SopsNode? node, int depth, SopsNode? value) =>
        Replace(node, depth + 1, value) ?? throw NotFound();

    private SopsMap InMap(SopsMap map, string key, int depth, SopsNode? value)
    {
        var entries = map.Entries.ToList();
        var index = entries.FindIndex(e => string.Equals(e.Key, key, StringComparison.Ordinal));
        if (index < 0)
        {
            entries.Add(new SopsEntry(key, Child(null, depth, value)));
        }
        else if (Replace(entries[index].Value, depth + 1, value) is { } replaced)
        {
            entries[index] = entries[index] with { Value = replaced };
        }
        else
        {
            entries.RemoveAt(index);
        }

        return new SopsMap(entries) { Span = map.Span };
    }

    private SopsList InList(SopsList list, int position, int depth, SopsNode? value)
    {
        var items = list.Items.ToList();
        var index = IndexOf(items, position);
        if (index == items.Count && position > items.Count(static i => i is not SopsComment))
        {
            throw NotFound();
        }

        if (index == items.Count)
        {
            items.Add(Child(null, depth, value));
        }
        else if (Replace(items[index], depth + 1, value) is { } replaced)
        {
            items[index] = replaced;
        }
        else
        {
            items.RemoveAt(index);
        }

        return new SopsList(items) { Span = list.Span };
    }

    // A number without fraction that replaces a float stays a float: the file need not change for it.
    private static SopsNode KeepType(SopsNode? old, SopsNode value) =>
        old is SopsScalar { Type: SopsType.Float } && value is SopsScalar { Type: SopsType.Int } number
            ? SopsScalar.Float(Tree.GoNumber.Parse(number.Text) ?? 0)
            : value;

    private static SopsNode? Item(SopsList? list, int position) =>
        list is not null && IndexOf(list.Items, position) is var index && index < list.Items.Count
            ? list.Items[index]
            : null;

    private static int IndexOf(IReadOnlyList<SopsNode> items, int position)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not SopsComment && position-- == 0)
            {
                return i;
            }
        }

        return items.Count;
    }

    private SopsException NotFound() =>
        new(SopsFailure.PathNotFound, SopsDiagnostics.NoSuchPath(path.ToString(), Location.OfFile(tree.Source.Path)));
}
