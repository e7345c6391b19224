using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>
/// Which lines of a YAML text belong to an entry or an item, and where the lines of another one can go. Null where an entry shares a line
/// with something else, as in brackets or behind a dash.
/// </summary>
internal sealed class YamlLines(SourceText source)
{
    /// <summary>A place at the beginning of a line, or at the end of a text whose last line has no end.</summary>
    /// <param name="Offset">In the text.</param>
    /// <param name="Indent">Blanks before what is put there.</param>
    public readonly record struct Place(int Offset, int Indent);

    /// <summary>The lines of an entry, without comments above it.</summary>
    public TextSpan? Of(SopsEntry entry) =>
        Indent(entry.KeySpan.Start) is null ? null : Lines(entry.KeySpan.Start, End(entry));

    /// <summary>The lines of an item.</summary>
    public TextSpan? OfItem(SopsNode item) =>
        Start(item) is var start && DashIndent(start) is null ? null : Lines(start, End(item));

    /// <summary>Where an entry goes that shall stand before the one with this number, or last.</summary>
    public Place? PlaceBefore(SopsMap map, int index)
    {
        if (index == 0)
        {
            return map.Entries is [{ Key: not null } first, ..] && Indent(first.KeySpan.Start) is { } indent
                ? new Place(LineStart(first.KeySpan.Start), indent)
                : null;
        }

        // Directly behind the one before it, so that comments stay above what they were above.
        var previous = map.Entries[index - 1];
        return previous.Key is not null && Column(map) is { } column ? new Place(LineEnd(End(previous)), column) : null;
    }

    /// <summary>Where an item goes that shall stand before the one with this number, or last.</summary>
    public Place? PlaceBefore(SopsList list, int index)
    {
        if (list.Items[Math.Max(index - 1, 0)] is SopsComment || Dash(list) is not { } dash)
        {
            return null;
        }

        return index == 0
            ? new Place(LineStart(Start(list.Items[0])), dash)
            : new Place(LineEnd(End(list.Items[index - 1])), dash);
    }

    /// <summary>Lines as they are put at a place.</summary>
    public string Insertion(string lines, Place place)
    {
        var margin = new string(' ', place.Indent);
        var text = string.Concat(
            lines.TrimEnd('\n').Split('\n').Select(line => (line.Length == 0 ? "" : margin) + line + "\n")
        );
        return place.Offset > 0 && source.Text[place.Offset - 1] != '\n' ? "\n" + text.TrimEnd('\n') : text;
    }

    // The indentation of the entries of a map; null for brackets. The first one may stand behind a dash.
    private int? Column(SopsMap map)
    {
        var first = map.Entries.First(static e => e.Key is not null).KeySpan.Start;
        return source.Text[map.Span.Start] == '{' ? null : first - LineStart(first);
    }

    // The indentation of the dashes of a list; null for brackets.
    private int? Dash(SopsList list)
    {
        foreach (var item in list.Items)
        {
            if (item is not SopsComment && DashIndent(Start(item)) is { } indent)
            {
                return indent;
            }
        }

        return null;
    }

    // Blanks at the beginning of a line that has nothing else before this offset.
    private int? Indent(int offset) => Before(offset).Trim(' ').IsEmpty ? Before(offset).Length : null;

    // The same before a dash that has blanks only between it and this offset.
    private int? DashIndent(int offset) => Before(offset).Trim(' ') is "-" ? Before(offset).IndexOf('-') : null;

    private ReadOnlySpan<char> Before(int offset) => source.Text.AsSpan(LineStart(offset), offset - LineStart(offset));

    private TextSpan Lines(int start, int end) => TextSpan.FromBounds(LineStart(start), LineEnd(end));

    private static int Start(SopsNode node) =>
        node is SopsMap map && map.Entries.FirstOrDefault(static e => e.Key is not null) is { } first
            ? first.KeySpan.Start
            : node.Span.Start;

    // An alias has the place of what it stands for, which is before it.
    private int End(SopsEntry entry) => Math.Max(entry.KeySpan.End, End(entry.Value));

    private int End(SopsNode node) =>
        node switch
        {
            SopsMap map when map.Entries.LastOrDefault(static e => e.Key is not null) is { } last => Math.Max(
                End(last),
                IsBracketed(map) ? Trimmed(map) : 0
            ),
            SopsList list when list.Items.LastOrDefault(static i => i is not SopsComment) is { } last => Math.Max(
                End(last),
                IsBracketed(list) ? Trimmed(list) : 0
            ),
            _ => Trimmed(node),
        };

    private bool IsBracketed(SopsNode node) => source.Text[node.Span.Start] is '{' or '[';

    private int Trimmed(SopsNode node) =>
        node.Span.Start + source.Text.AsSpan(node.Span.Start, node.Span.Length).TrimEnd(" \t\r\n").Length;

    private int LineStart(int offset) => offset == 0 ? 0 : source.Text.LastIndexOf('\n', offset - 1) + 1;

    // Behind the line end.
    private int LineEnd(int offset)
    {
        var end = source.Text.IndexOf('\n', offset);
        return end < 0 ? source.Text.Length : end + 1;
    }
}
