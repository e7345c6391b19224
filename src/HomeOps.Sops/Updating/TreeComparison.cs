namespace HomeOps.Sops.Updating;

/// <summary>
/// Compares two plaintext trees: keys, order, types, values and comments. Whether a comment at the edge of a map or list belongs inside or
/// outside is a matter of layout, so comments do not take part in where containers begin and end; those of an empty container do not survive
/// being written and read.
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
                foreach (var entry in HasKeys(map) ? map.Entries : [])
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
                foreach (var item in HasItems(list) ? list.Items : [])
                {
                    Add(item);
                }

                edges.Add(('}', ""));
                break;
            case SopsScalar scalar:
                Add(Mark(scalar.Type), scalar.Text);
                break;
            case SopsComment comment:
                tokens.Add(('#', comment.Text));
                break;
        }
    }

    private static bool HasKeys(SopsMap map) => map.Entries.Any(static e => e.Key is not null);

    private static bool HasItems(SopsList list) => list.Items.Any(static i => i is not SopsComment);

    // A number has one plaintext whether it is an integer or not (1.0 is written as 1), and SOPS before 3.13.2 kept all
    // numbers of JSON files as floats.
    private static char Mark(SopsType type) => type is SopsType.Int or SopsType.Float ? 'n' : (char)('0' + (int)type);

    private void Add(char mark, string text)
    {
        tokens.AddRange(edges);
        edges.Clear();
        tokens.Add((mark, text));
    }
}
