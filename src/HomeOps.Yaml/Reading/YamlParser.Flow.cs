using HomeOps.Text;

namespace HomeOps.Yaml;

internal sealed partial class YamlParser
{
    private YamlSequence ParseFlowSequence(Properties properties)
    {
        var comments = TakeComments();
        var opening = Peek();
        Take();
        var items = new List<YamlNode>();
        var token = Peek();
        while (token.Kind != TokenKind.FlowSequenceEnd)
        {
            items.Add(
                token.Kind is TokenKind.Key or TokenKind.Value
                    ? ParseSinglePair(token)
                    : ParseNode(block: false, indentless: false)
            );
            token = ReadSeparator(opening, TokenKind.FlowSequenceEnd, ']');
        }

        var last = TakeComments();
        Take();
        return new YamlSequence(items, CollectionStyle.Flow)
        {
            Span = TextSpan.FromBounds(opening.Start.Index, token.End),
            Tag = properties.Tag,
            Anchor = properties.Anchor,
            Comments = Combine(comments, last),
        };
    }

    // "[a: 1]" holds a mapping of one pair.
    private YamlMapping ParseSinglePair(Token token)
    {
        if (++depth > maxDepth)
        {
            throw Error(YamlDiagnostics.TooDeep(LineOf(token), maxDepth));
        }

        var entry = ParseFlowEntry(token, TokenKind.FlowSequenceEnd);
        depth--;
        var stop = Math.Max(entry.Key.Span.End, entry.Value.Span.End);
        return new YamlMapping([entry], CollectionStyle.Flow)
        {
            Span = TextSpan.FromBounds(token.Start.Index, Math.Max(stop, token.End)),
        };
    }

    private YamlMapping ParseFlowMapping(Properties properties)
    {
        var comments = TakeComments();
        var opening = Peek();
        Take();
        var entries = new List<YamlEntry>();
        var token = Peek();
        while (token.Kind != TokenKind.FlowMappingEnd)
        {
            var entry = ParseFlowEntry(token, TokenKind.FlowMappingEnd);
            if (entry.Key.Comments.Foot.Length == 0 && entry.Value.Comments.Foot.Length > 0)
            {
                GiveFoot(entry.Key, entry.Value);
            }

            entries.Add(entry);
            token = ReadSeparator(opening, TokenKind.FlowMappingEnd, '}');
        }

        var last = TakeComments();
        Take();
        return new YamlMapping(entries, CollectionStyle.Flow)
        {
            Span = TextSpan.FromBounds(opening.Start.Index, token.End),
            Tag = properties.Tag,
            Anchor = properties.Anchor,
            Comments = Combine(comments, last),
        };
    }

    private YamlEntry ParseFlowEntry(Token token, TokenKind closing)
    {
        YamlNode key;
        if (token.Kind == TokenKind.Value)
        {
            key = EmptyScalar(token.Start.Index);
        }
        else
        {
            if (token.Kind == TokenKind.Key)
            {
                Take();
            }

            var content = Peek();
            key =
                content.Kind is TokenKind.Value or TokenKind.FlowEntry || content.Kind == closing
                    ? EmptyScalar(token.End)
                    : ParseNode(block: false, indentless: false);
        }

        var next = Peek();
        if (next.Kind != TokenKind.Value)
        {
            return new YamlEntry(key, EmptyScalar(Math.Max(token.End, key.Span.End)));
        }

        Take();
        var after = Peek();
        var value =
            after.Kind == TokenKind.FlowEntry || after.Kind == closing
                ? EmptyScalar(next.End)
                : ParseNode(block: false, indentless: false);
        return new YamlEntry(key, value);
    }

    // Behind an entry stands a comma, or the closing bracket.
    private Token ReadSeparator(Token opening, TokenKind closing, char bracket)
    {
        var token = Peek();
        if (token.Kind == TokenKind.FlowEntry)
        {
            Take();
            return Peek();
        }

        if (token.Kind == closing)
        {
            return token;
        }

        throw Error(
            YamlDiagnostics.ExpectedSeparator(LineOf(token), bracket, source.GetPosition(opening.Start.Index).Line)
        );
    }
}
