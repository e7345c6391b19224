using HomeOps.Text;

namespace HomeOps.Yaml;

internal sealed partial class YamlParser
{
    private YamlSequence ParseBlockSequence(Properties properties)
    {
        var comments = TakeStem();
        var start = Peek().Start.Index;
        Take();
        var items = new List<YamlNode>();
        var stop = start;
        while (true)
        {
            var token = Peek();
            if (token.Kind == TokenKind.BlockEnd)
            {
                Take();
                return Sequence(items, properties, comments, start, stop);
            }

            if (token.Kind != TokenKind.BlockEntry)
            {
                throw Error(YamlDiagnostics.BadIndentation(LineOf(token), "'-'"));
            }

            items.Add(ParseItem(token, static kind => kind is TokenKind.BlockEntry or TokenKind.BlockEnd));
            stop = Math.Max(token.End, items[^1].Span.End);
        }
    }

    // A sequence that stands at the column of its key has no tokens that begin and end it.
    private YamlSequence ParseIndentlessSequence(Properties properties)
    {
        var start = Peek().Start.Index;
        var items = new List<YamlNode>();
        var stop = start;
        while (true)
        {
            var token = Peek();
            if (token.Kind != TokenKind.BlockEntry)
            {
                return Sequence(items, properties, YamlComments.None, start, stop);
            }

            items.Add(
                ParseItem(
                    token,
                    static kind =>
                        kind is TokenKind.BlockEntry or TokenKind.Key or TokenKind.Value or TokenKind.BlockEnd
                )
            );
            stop = Math.Max(token.End, items[^1].Span.End);
        }
    }

    private YamlNode ParseItem(Token entry, Func<TokenKind, bool> isEmptyBefore)
    {
        var heads = head.Length;
        Take();
        SplitStem(heads);
        return isEmptyBefore(Peek().Kind) ? EmptyScalar(entry.End) : ParseNode(block: true, indentless: false);
    }

    private YamlMapping ParseBlockMapping(Properties properties)
    {
        var comments = TakeStem();
        var start = Peek().Start.Index;
        Take();
        var entries = new List<YamlEntry>();
        var stop = start;
        while (true)
        {
            var token = Peek();
            if (token.Kind == TokenKind.BlockEnd)
            {
                var last = TakeComments();
                Take();
                if (last.Foot.Length > 0 && entries.Count > 0)
                {
                    var key = entries[^1].Key;
                    key.SetComments(key.Comments with { Foot = last.Foot });
                    last = last with { Foot = "" };
                }

                return new YamlMapping(entries)
                {
                    Span = TextSpan.FromBounds(start, stop),
                    Tag = properties.Tag,
                    Anchor = properties.Anchor,
                    Comments = Combine(comments, last),
                };
            }

            entries.Add(ParseBlockEntry(token, entries, ref stop));
        }
    }

    private YamlEntry ParseBlockEntry(Token token, List<YamlEntry> entries, ref int stop)
    {
        YamlNode key;
        switch (token.Kind)
        {
            case TokenKind.Key:
                Take();
                key = Peek().Kind is TokenKind.Key or TokenKind.Value or TokenKind.BlockEnd
                    ? EmptyScalar(token.End)
                    : ParseNode(block: true, indentless: true);
                break;
            case TokenKind.Value:
                key = EmptyScalar(token.Start.Index);
                break;
            default:
                throw Error(YamlDiagnostics.BadIndentation(LineOf(token), "a key"));
        }

        if (key.Comments.Foot.Length > 0 && entries.Count > 0)
        {
            GiveFoot(entries[^1].Key, key);
        }

        stop = Math.Max(token.End, key.Span.End);
        var next = Peek();
        YamlNode value;
        if (next.Kind == TokenKind.Value)
        {
            Take();
            stop = next.End;
            value = Peek().Kind is TokenKind.Key or TokenKind.Value or TokenKind.BlockEnd
                ? EmptyScalar(next.End)
                : ParseNode(block: true, indentless: true);
            stop = Math.Max(stop, value.Span.End);
        }
        else
        {
            value = EmptyScalar(stop);
        }

        if (key.Comments.Foot.Length == 0 && value.Comments.Foot.Length > 0)
        {
            GiveFoot(key, value);
        }

        return new YamlEntry(key, value);
    }

    private static YamlSequence Sequence(
        List<YamlNode> items,
        Properties properties,
        YamlComments comments,
        int start,
        int stop
    ) =>
        new(items)
        {
            Span = TextSpan.FromBounds(start, stop),
            Tag = properties.Tag,
            Anchor = properties.Anchor,
            Comments = comments.Head.Length > 0 ? new YamlComments(comments.Head) : YamlComments.None,
        };

    // A collection has the head of its beginning, and line and foot of its end.
    private static YamlComments Combine(YamlComments start, YamlComments last) =>
        start.Head.Length + last.Line.Length + last.Foot.Length == 0
            ? YamlComments.None
            : new YamlComments(start.Head, last.Line, last.Foot);
}
