using HomeOps.Text;

namespace HomeOps.Yaml;

internal sealed partial class YamlParser
{
    // What stands before the content of a node.
    private readonly record struct Properties(string? Tag, string? Anchor);

    private YamlNode ParseNode(bool block, bool indentless)
    {
        var token = Peek();
        if (token.Kind == TokenKind.Alias)
        {
            return ParseAlias(token);
        }

        var at = token.Start.Index;
        var properties = ReadProperties(ref token, ref at);
        if (properties.Anchor is { } anchor)
        {
            anchors[anchor] = null;
            var node = ParseContent(token, properties, at, block, indentless);
            anchors[anchor] = node;
            return node;
        }

        return ParseContent(token, properties, at, block, indentless);
    }

    private YamlAlias ParseAlias(Token token)
    {
        if (!anchors.TryGetValue(token.Value, out var target))
        {
            throw Error(YamlDiagnostics.UnknownAlias(source.At(token.Span)));
        }

        if (target is null)
        {
            throw Error(YamlDiagnostics.RecursiveAlias(source.At(token.Span), token.Value));
        }

        var alias = new YamlAlias(token.Value, target) { Span = token.Span, Comments = TakeComments() };
        Take();
        return alias;
    }

    private Properties ReadProperties(ref Token token, ref int at)
    {
        string? tag = null;
        string? anchor = null;
        while (token.Kind is TokenKind.Anchor or TokenKind.Tag)
        {
            if (token.Kind == TokenKind.Anchor)
            {
                if (anchor is not null)
                {
                    throw Error(YamlDiagnostics.DuplicateProperty(source.At(token.Span), "anchor"));
                }

                anchor = token.Value;
            }
            else
            {
                if (tag is not null)
                {
                    throw Error(YamlDiagnostics.DuplicateProperty(source.At(token.Span), "tag"));
                }

                tag = ResolveTag(token);
            }

            at = token.End;
            Take();
            token = Peek();
        }

        return new Properties(tag, anchor);
    }

    private YamlNode ParseContent(Token token, Properties properties, int at, bool block, bool indentless)
    {
        switch (token.Kind)
        {
            case TokenKind.Scalar:
                var scalar = new YamlScalar(token.Value, token.Style)
                {
                    Span = token.Span,
                    Tag = properties.Tag,
                    Anchor = properties.Anchor,
                    Comments = TakeComments(),
                };
                Take();
                return scalar;
            case TokenKind.BlockEntry when indentless:
                return Nested(token, properties, ParseIndentlessSequence);
            case TokenKind.FlowSequenceStart:
                return Nested(token, properties, ParseFlowSequence);
            case TokenKind.FlowMappingStart:
                return Nested(token, properties, ParseFlowMapping);
            case TokenKind.BlockSequenceStart when block:
                return Nested(token, properties, ParseBlockSequence);
            case TokenKind.BlockMappingStart when block:
                return Nested(token, properties, ParseBlockMapping);
        }

        if (properties.Tag is null && properties.Anchor is null)
        {
            throw Error(YamlDiagnostics.ExpectedContent(LineOf(token)));
        }

        return EmptyScalar(at, properties);
    }

    private YamlNode Nested(Token token, Properties properties, Func<Properties, YamlNode> parse)
    {
        if (++depth > maxDepth)
        {
            throw Error(YamlDiagnostics.TooDeep(LineOf(token), maxDepth));
        }

        var node = parse(properties);
        depth--;
        return node;
    }

    private static YamlScalar EmptyScalar(int at, Properties properties = default) =>
        new("")
        {
            Span = new TextSpan(at, 0),
            Tag = properties.Tag,
            Anchor = properties.Anchor,
        };
}
