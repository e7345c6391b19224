using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>Names, literals, and what stands in brackets.</summary>
internal sealed partial class Parser
{
    private Expression ParsePrimary()
    {
        var token = stream.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                stream.Next();
                return ParseName(token);
            case TokenKind.String:
                return ParseStrings();
            case TokenKind.Integer:
                stream.Next();
                return new ConstantExpression(token.Span, Integer(token));
            case TokenKind.Float:
                stream.Next();
                return new ConstantExpression(token.Span, NumberLiteral.Float(token.Text ?? ""));
            case TokenKind.LeftParen:
                stream.Next();
                var tuple = ParseTuple(inParentheses: true);
                stream.Expect(TokenKind.RightParen);
                return tuple;
            case TokenKind.LeftBracket:
                return ParseList();
            case TokenKind.LeftBrace:
                return ParseDict();
            default:
                throw TokenStream.Error($"unexpected {StringRepr.Of(token.Description)}", token.Span);
        }
    }

    private Expression ParseName(Token token)
    {
        switch (token.Text)
        {
            case "true" or "True":
                return new ConstantExpression(token.Span, Value.True);
            case "false" or "False":
                return new ConstantExpression(token.Span, Value.False);
            case "none" or "None":
                return new ConstantExpression(token.Span, Value.None);
            default:
                var name = token.Text ?? "";
                mentions.Read(name);
                return new NameExpression(token.Span, name);
        }
    }

    // Adjacent literals join.
    private ConstantExpression ParseStrings()
    {
        var first = stream.Next();
        var text = first.Text ?? "";
        if (stream.Current.Kind == TokenKind.String)
        {
            var parts = new List<string> { text };
            while (stream.Current.Kind == TokenKind.String)
            {
                parts.Add(stream.Next().Text ?? "");
            }

            text = string.Concat(parts);
        }

        return new ConstantExpression(From(first.Start), text);
    }

    private static Value Integer(Token token)
    {
        var value = NumberLiteral.Integer(token.Text ?? "0");
        return value
            ?? throw TokenStream.Error(
                "Exceeds the limit (4300 digits) for integer string conversion",
                token.Span,
                JinjaErrorKind.Value
            );
    }

    /// <summary>One expression, or a tuple when commas follow.</summary>
    /// <param name="withConditional">Whether <c>a if b</c> may stand without parentheses.</param>
    /// <param name="inParentheses">Whether it may be empty.</param>
    /// <param name="primary">How items are read when they are to be targets, which take no operators.</param>
    private Expression ParseTuple(
        bool withConditional = true,
        bool inParentheses = false,
        Func<Expression>? primary = null
    )
    {
        var start = stream.Current.Start;
        Expression? first = null;
        List<Expression>? items = null;
        while (true)
        {
            if (first is not null)
            {
                stream.Expect(TokenKind.Comma);
            }

            if (IsTupleEnd())
            {
                break;
            }

            var item = primary?.Invoke() ?? ParseExpression(withConditional);
            items?.Add(item);
            first ??= item;
            if (stream.Current.Kind != TokenKind.Comma)
            {
                break;
            }

            items ??= [first];
        }

        if (items is null && first is not null)
        {
            return first;
        }

        if (items is null && !inParentheses)
        {
            throw TokenStream.Error(
                $"Expected an expression, got {StringRepr.Of(stream.Current.Description)}",
                stream.Current.Span
            );
        }

        return new TupleExpression(From(start), [.. items ?? []]);
    }

    private bool IsTupleEnd() =>
        stream.Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd or TokenKind.RightParen;

    private ListExpression ParseList()
    {
        var start = stream.Next().Start;
        var items = new List<Expression>();
        while (stream.Current.Kind != TokenKind.RightBracket)
        {
            if (items.Count > 0)
            {
                stream.Expect(TokenKind.Comma);
                if (stream.Current.Kind == TokenKind.RightBracket)
                {
                    break;
                }
            }

            items.Add(ParseExpression());
        }

        stream.Expect(TokenKind.RightBracket);
        return new ListExpression(From(start), [.. items]);
    }

    private DictExpression ParseDict()
    {
        var start = stream.Next().Start;
        var items = new List<DictItem>();
        while (stream.Current.Kind != TokenKind.RightBrace)
        {
            if (items.Count > 0)
            {
                stream.Expect(TokenKind.Comma);
                if (stream.Current.Kind == TokenKind.RightBrace)
                {
                    break;
                }
            }

            var key = ParseExpression();
            stream.Expect(TokenKind.Colon);
            items.Add(new DictItem(key, ParseExpression()));
        }

        stream.Expect(TokenKind.RightBrace);
        return new DictExpression(From(start), [.. items]);
    }
}
