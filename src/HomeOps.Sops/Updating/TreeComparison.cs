namespace HomeOps.Sops.Updating;

/// <summary>
/// Compares two plaintext trees: keys, order, types, values and comments. Whether a comment at the edge of a map or list belongs inside or
/// outside is a matter of layout, so comments do not take part in where containers begin and end.
/// </summary>
internal sealed class TreeComparison
{
    private readonly List<(char Mark, string Text)> tokens = [];
    private readonly List<(char Mark, string Text)> edges = [];

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
                edges.Add(('{', ""));
                foreach (var entry in map.Entries)
                {
                    if (entry.Key is { } key)
                    {
                        Add('k', key);
                    }

                    Add(entry.Value);
                }

                edges.Add(('}', ""));
                break;
            case SopsList list:
                edges.Add(('[', ""));
                foreach (var item in list.Items)
                {
                    Add(item);
                }

                edges.Add(('}', ""));
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
        tokens.AddRange(edges);
        edges.Clear();
        tokens.Add((mark, text));
    }
}
