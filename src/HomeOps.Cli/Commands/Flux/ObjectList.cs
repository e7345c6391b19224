using System.Text.Json.Nodes;

namespace HomeOps.Cli.Commands;

/// <summary>A list of objects or names, printed in any of the forms of <see cref="ListFormat"/>.</summary>
/// <param name="Name">Its name among others in JSON and YAML.</param>
/// <param name="Columns">The headings of the table; none for a list of names.</param>
/// <param name="Items">The rows.</param>
/// <param name="Kind">What goes before a name among others; empty when the name has it or needs none.</param>
internal sealed record ObjectList(
    string Name,
    IReadOnlyList<string> Columns,
    IReadOnlyList<ListItem> Items,
    string Kind = ""
)
{
    /// <summary>Prints the columns under their headings.</summary>
    public void WriteTable(TextWriter output)
    {
        string[][] rows =
        [
            .. Columns.Count > 0
                ?
                [
                    [.. Columns],
                ]
                : Array.Empty<string[]>(),
            .. Items.Select(static i => (string[])[.. i.Cells]),
        ];
        var widths = Enumerable.Range(0, rows.Length == 0 ? 0 : rows[0].Length).Select(i => rows.Max(r => r[i].Length));
        var all = widths.ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(all[i]))).TrimEnd());
        }
    }

    /// <summary>Prints the names, one a line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="withKind">Whether the kind stands in front, as lists of several kinds need it.</param>
    public void WriteNames(TextWriter output, bool withKind)
    {
        foreach (var item in Items)
        {
            output.WriteLine(withKind && Kind.Length > 0 ? $"{Kind}/{item.Id}" : item.Id);
        }
    }

    /// <summary>The list as JSON.</summary>
    public JsonArray ToJson() => [.. Items.Select(static i => i.Json())];
}

/// <summary>An item of a list.</summary>
/// <param name="Id"><c>namespace/name</c>, or the text itself.</param>
/// <param name="Cells">What the table shows.</param>
/// <param name="Json">Makes all that is known as JSON.</param>
internal sealed record ListItem(string Id, IReadOnlyList<string> Cells, Func<JsonNode?> Json);
