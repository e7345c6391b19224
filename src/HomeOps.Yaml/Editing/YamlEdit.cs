using System.Text;
using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>
/// Changes a text in places and leaves every other character of it as it is: comments, blank lines, quotes, order.
/// Changes are collected first and applied at once; all places are those of the text that was read.
/// </summary>
/// <param name="document">A document of the text.</param>
public sealed class YamlEdit(YamlDocument document)
{
    private readonly List<Change> changes = [];
    private readonly FlowSpans flow = new(document.Root);
    private readonly string lineBreak = document.Source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private readonly record struct Change(TextSpan Span, string Text);

    private string Text => document.Source.Text;

    /// <summary>Writes another scalar in the place of one; its anchor and tag stay.</summary>
    /// <param name="scalar">A scalar of the document.</param>
    /// <param name="value">What takes its place, on one line, quoted where its place needs it.</param>
    public YamlEdit Replace(YamlScalar scalar, YamlScalar value)
    {
        var text = InlineScalar.Format(value, flow.Contains(scalar.Span.Start));
        if (scalar.Span.Length > 0)
        {
            changes.Add(new Change(scalar.Span, text));
            return this;
        }

        // Nothing stood there: the value is set off from what asks for it, and takes the place of blanks at the line's end.
        var start = scalar.Span.Start;
        var end = LineEnd(start);
        var isEndOfLine = Text.AsSpan(start, end - start).IsWhiteSpace();
        var touches = start > 0 && !char.IsWhiteSpace(Text[start - 1]);
        changes.Add(new Change(TextSpan.FromBounds(start, isEndOfLine ? end : start), touches ? " " + text : text));
        return this;
    }

    /// <summary>Adds an entry to a mapping.</summary>
    /// <param name="mapping">A mapping of the document.</param>
    /// <param name="after">The entry it comes behind; null for the first place.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, written on one line.</param>
    public YamlEdit Insert(YamlMapping mapping, YamlEntry? after, string key, YamlScalar value)
    {
        var isFlow = mapping.Style == CollectionStyle.Flow;
        var text = InlineScalar.Format(YamlScalars.String(key), isFlow) + ": " + InlineScalar.Format(value, isFlow);
        if (isFlow)
        {
            InsertFlow(mapping, after, text);
        }
        else if (after is null)
        {
            Insert(mapping.Span.Start, text + lineBreak + Indentation(mapping.Span.Start));
        }
        else
        {
            var place = LineEnd(ContentEnd(after));
            Insert(place, lineBreak + Indentation(mapping.Span.Start) + text);
        }

        return this;
    }

    /// <summary>Removes an entry with the lines it fills; a mapping that loses its only entry becomes <c>{}</c>.</summary>
    /// <param name="mapping">A mapping of the document.</param>
    /// <param name="entry">An entry of it.</param>
    public YamlEdit Remove(YamlMapping mapping, YamlEntry entry)
    {
        var index = IndexOf(mapping, entry);
        if (mapping.Entries.Count == 1)
        {
            changes.Add(new Change(mapping.Span, "{}"));
        }
        else if (mapping.Style == CollectionStyle.Flow)
        {
            RemoveFlow(mapping, index);
        }
        else if (index == 0)
        {
            RemoveFirst(mapping);
        }
        else
        {
            var start = LineStart(entry.Key.Span.Start);
            var end = LineEnd(ContentEnd(entry));
            changes.Add(new Change(TextSpan.FromBounds(BreakBefore(start), end), ""));
        }

        return this;
    }

    /// <summary>The changed text.</summary>
    /// <exception cref="InvalidOperationException">Two changes overlap.</exception>
    public string Apply()
    {
        var result = new StringBuilder(Text.Length + 256);
        var position = 0;
        foreach (var change in changes.OrderBy(static c => c.Span.Start).ThenBy(static c => c.Span.Length))
        {
            if (change.Span.Start < position)
            {
                throw new InvalidOperationException("two changes of a YAML text overlap");
            }

            result.Append(Text, position, change.Span.Start - position).Append(change.Text);
            position = change.Span.End;
        }

        return result.Append(Text, position, Text.Length - position).ToString();
    }

    private static int IndexOf(YamlMapping mapping, YamlEntry entry)
    {
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            if (ReferenceEquals(mapping.Entries[i], entry))
            {
                return i;
            }
        }

        throw new ArgumentException("the entry is not of this mapping", nameof(entry));
    }

    private void Insert(int at, string text) => changes.Add(new Change(new TextSpan(at, 0), text));

    private void InsertFlow(YamlMapping mapping, YamlEntry? after, string text)
    {
        if (after is not null)
        {
            Insert(EntryEnd(after), ", " + text);
        }
        else
        {
            Insert(mapping.Span.Start + 1, mapping.Entries.Count == 0 ? text : text + ", ");
        }
    }

    private void RemoveFirst(YamlMapping mapping)
    {
        var start = mapping.Span.Start;
        var column = start - LineStart(start);
        if (Text.AsSpan(start - column, column).IsWhiteSpace())
        {
            var end = LineEnd(ContentEnd(mapping.Entries[0]));
            changes.Add(new Change(TextSpan.FromBounds(start - column, end + lineBreak.Length), ""));
        }
        else
        {
            // Behind "- " the next entry moves into its place.
            var next = LineStart(mapping.Entries[1].Key.Span.Start) + column;
            changes.Add(new Change(TextSpan.FromBounds(start, next), ""));
        }
    }

    private void RemoveFlow(YamlMapping mapping, int index)
    {
        var span =
            index == 0
                ? TextSpan.FromBounds(mapping.Entries[0].Key.Span.Start, mapping.Entries[1].Key.Span.Start)
                : TextSpan.FromBounds(EntryEnd(mapping.Entries[index - 1]), EntryEnd(mapping.Entries[index]));
        changes.Add(new Change(span, ""));
    }

    private static int EntryEnd(YamlEntry entry) => Math.Max(entry.Key.Span.End, entry.Value.Span.End);

    // Behind the last line that belongs to the value: blank lines are text in a block scalar that keeps them.
    private int ContentEnd(YamlEntry entry)
    {
        var end = EntryEnd(entry);
        if (LastScalar(entry.Value) is not { Style: ScalarStyle.Literal or ScalarStyle.Folded } block)
        {
            return end;
        }

        var header = Text.AsSpan(block.Span.Start, Math.Min(3, block.Span.Length));
        if (!header.Contains('+'))
        {
            return end;
        }

        var rest = Text.AsSpan(end);
        var content = rest.IndexOfAnyExcept(" \r\n");
        var blank = content < 0 ? rest : rest[..content];
        var lastBreak = blank.LastIndexOf('\n');
        return lastBreak < 0 ? end : end + lastBreak - (lastBreak > 0 && blank[lastBreak - 1] == '\r' ? 1 : 0);
    }

    private static YamlScalar? LastScalar(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => scalar,
            YamlMapping { Style: CollectionStyle.Block, Entries: [.., var last] } => LastScalar(last.Value),
            YamlSequence { Style: CollectionStyle.Block, Items: [.., var last] } => LastScalar(last),
            _ => null,
        };

    private int LineEnd(int from)
    {
        var length = Text.AsSpan(from).IndexOfAny('\r', '\n');
        return length < 0 ? Text.Length : from + length;
    }

    private int LineStart(int from) => from == 0 ? 0 : Text.LastIndexOfAny(['\r', '\n'], from - 1) + 1;

    private int BreakBefore(int lineStart) =>
        lineStart >= 2 && Text[lineStart - 1] == '\n' && Text[lineStart - 2] == '\r' ? lineStart - 2 : lineStart - 1;

    private string Indentation(int start) => new(' ', start - LineStart(start));
}
