namespace HomeOps.Sops.Updating;

/// <summary>
/// Compares two plaintext trees: keys, order, types, values and comments. Where a comment at the end of a map or list belongs (inside, or
/// before what follows) is a matter of layout, so the end of a container does not count as long as only comments are on the other side of it.
/// </summary>
internal sealed class TreeComparison
{
    private readonly List<(char Mark, string Text)> tokens = [];
    private int pendingEnds;

    public static bool AreEqual(SopsTree a, SopsTree b) =>
        a.Documents.Count == b.Documents.Count && Tokens(a).SequenceEqual(Tokens(b));

    private static List<(char Mark, string Text)> Tokens(SopsTree tree)
    {
        var comparison = new TreeComparison();
        foreach (var document in tree.Documents)
        {
            comparison.Add(document);
            comparison.Add('-', "");
        }

        return comparison.tokens;
    }

    private void Add(SopsNode node)
    {
        switch (node)
        {
            case SopsMap map:
                Add('{', "");
                foreach (var entry in map.Entries)
                {
                    if (entry.Key is { } key)
                    {
                        Add('k', key);
                    }

                    Add(entry.Value);
                }

                pendingEnds++;
                break;
            case SopsList list:
                Add('[', "");
                foreach (var item in list.Items)
                {
                    Add(item);
                }

                pendingEnds++;
                break;
            case SopsScalar scalar:
                Add((char)('0' + (int)scalar.Type), scalar.Text);
                break;
            case SopsComment comment:
                tokens.Add(('#', comment.Text));
                break;
        }
    }

    private void Add(char mark, string text)
    {
        for (; pendingEnds > 0; pendingEnds--)
        {
            tokens.Add(('}', ""));
        }

        tokens.Add((mark, text));
    }
}
