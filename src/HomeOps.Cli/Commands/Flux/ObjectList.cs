using System.Text.Json.Nodes;

namespace HomeOps.Cli.Commands;

/// <summary>A list of objects or names, printed in any of the forms of <see cref="ListFormat"/>.</summary>
/// <param name="Name">Its name among others in JSON and YAML.</param>
/// <param name="Columns">The headings of the table; none for a list of names.</param>
/// <param name="Items">The rows.</param>
internal sealed record ObjectList(string Name, IReadOnlyList<string> Columns, IReadOnlyList<ListItem> Items)
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
    public void WriteNames(TextWriter output)
    {
        foreach (var item in Items)
        {
            output.WriteLine(item.Id);
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
