using HomeOps.Jinja.Syntax.Expressions;

namespace HomeOps.Jinja.Syntax;

/// <summary>What follows a primary: attributes, items, calls, filters, tests.</summary>
internal sealed partial class Parser
{
    private Expression ParsePostfix(Expression expression, int start)
    {
        for (var count = 1; ; count++)
        {
            switch (stream.Current.Kind)
            {
                case TokenKind.Dot:
                    expression = Link(ParseAttribute(expression, start), count);
                    break;
                case TokenKind.LeftBracket:
                    expression = Link(ParseSubscript(expression, start), count);
                    break;
                case TokenKind.LeftParen:
                    expression = ParseCall(expression, start);
                    break;
                default:
                    return expression;
            }
        }
    }

    private Expression ParseFiltersAndTests(Expression expression, int start)
    {
        for (var count = 1; ; count++)
        {
            switch (stream.Current.Kind)
            {
                case TokenKind.Pipe:
                    expression = Link(ParseFilters(expression), count);
                    break;
                case TokenKind.Name when stream.Current.Is("is"):
                    expression = Link(ParseTest(expression, start), count);
                    break;
                case TokenKind.LeftParen:
                    expression = ParseCall(expression, start);
                    break;
                default:
                    return expression;
            }
        }
    }

    private Expression ParseAttribute(Expression owner, int start)
    {
        stream.Next();
        var token = stream.Next();
        return token.Kind switch
        {
            TokenKind.Name => new AttributeExpression(From(start), owner, token.Text ?? ""),
            TokenKind.Integer => new ItemExpression(
                From(start),
                owner,
                new ConstantExpression(token.Span, Integer(token))
            ),
            _ => throw TokenStream.Error("expected name or number", token.Span),
        };
    }

    private Expression ParseSubscript(Expression owner, int start)
    {
        var open = stream.Next();
        var keys = new List<Expression>();
        while (stream.Current.Kind != TokenKind.RightBracket)
        {
            if (keys.Count > 0)
            {
                stream.Expect(TokenKind.Comma);
            }

            keys.Add(ParseSubscriptKey());
        }

        stream.Expect(TokenKind.RightBracket);
        var span = From(start);
        return keys switch
        {
            [SliceBoundsExpression bounds] => new SliceExpression(span, owner, bounds),
            [var key] => new ItemExpression(span, owner, key),
            _ => new ItemExpression(span, owner, new TupleExpression(From(open.Start), [.. keys])),
        };
    }

    private Expression ParseSubscriptKey()
    {
        var start = stream.Current.Start;
        Expression? from = null;
        if (!stream.SkipIf(TokenKind.Colon))
        {
            from = ParseExpression();
            if (!stream.SkipIf(TokenKind.Colon))
            {
                return from;
            }
        }

        var to = IsBoundAbsent() ? null : ParseExpression();
        var step = stream.SkipIf(TokenKind.Colon) && !IsBoundAbsent() ? ParseExpression() : null;
        return new SliceBoundsExpression(From(start), from, to, step);
    }

    private bool IsBoundAbsent() => stream.Current.Kind is TokenKind.Colon or TokenKind.RightBracket or TokenKind.Comma;

    private CallExpression ParseCall(Expression callee, int start)
    {
        var arguments = ParseArguments();
        return new CallExpression(From(start), callee, arguments);
    }

    private ArgumentList ParseArguments()
    {
        var open = stream.Expect(TokenKind.LeftParen);
        List<Expression>? positional = null;
        List<KeywordArgument>? keywords = null;
        Expression? more = null;
        Expression? moreKeywords = null;
        for (var first = true; stream.Current.Kind != TokenKind.RightParen; first = false)
        {
            if (!first)
            {
                stream.Expect(TokenKind.Comma);
                if (stream.Current.Kind == TokenKind.RightParen)
                {
                    break;
                }
            }

            if (stream.Current.Kind == TokenKind.Mul)
            {
                Require(more is null && moreKeywords is null, open);
                stream.Next();
                more = ParseExpression();
            }
            else if (stream.Current.Kind == TokenKind.Pow)
            {
                Require(moreKeywords is null, open);
                stream.Next();
                moreKeywords = ParseExpression();
            }
            else if (stream.Current.Kind == TokenKind.Name && stream.Look().Kind == TokenKind.Assign)
            {
                Require(moreKeywords is null, open);
                (keywords ??= []).Add(ParseKeyword());
            }
            else
            {
                Require(more is null && moreKeywords is null && keywords is null, open);
                (positional ??= []).Add(ParseExpression());
            }
        }

        stream.Expect(TokenKind.RightParen);
        return new ArgumentList(positional?.ToArray() ?? [], keywords?.ToArray() ?? [], more, moreKeywords);
    }

    private KeywordArgument ParseKeyword()
    {
        var name = stream.Next();
        stream.Next();
        return new KeywordArgument(name.Text ?? "", ParseExpression(), name.Span);
    }

    private static void Require(bool condition, Token open)
    {
        if (!condition)
        {
            throw TokenStream.Error("invalid syntax for function call expression", open.Span);
        }
    }

    private Expression ParseFilters(Expression value, bool startsInline = false)
    {
        for (var count = 1; stream.Current.Kind == TokenKind.Pipe || startsInline; count++)
        {
            if (!startsInline)
            {
                stream.Next();
            }

            startsInline = false;
            var start = stream.Current.Start;
            var name = ParseDottedName();
            var nameSpan = From(start);
            var arguments = stream.Current.Kind == TokenKind.LeftParen ? ParseArguments() : ArgumentList.Empty;
            value = Link(new FilterExpression(From(start), nameSpan, value, name, arguments), count);
        }

        return value;
    }

    private string ParseDottedName()
    {
        var name = stream.Expect(TokenKind.Name).Text ?? "";
        while (stream.SkipIf(TokenKind.Dot))
        {
            name += "." + stream.Expect(TokenKind.Name).Text;
        }

        return name;
    }

    private Expression ParseTest(Expression value, int start)
    {
        stream.Next();
        var negated = stream.SkipIf("not");
        var nameStart = stream.Current.Start;
        var name = ParseDottedName();
        var nameSpan = From(nameStart);
        var arguments = ArgumentList.Empty;
        if (stream.Current.Kind == TokenKind.LeftParen)
        {
            arguments = ParseArguments();
        }
        else if (StartsBareArgument())
        {
            if (stream.Current.Is("is"))
            {
                throw TokenStream.Error("You cannot chain multiple tests with is", stream.Current.Span);
            }

            var argumentStart = stream.Current.Start;
            var argument = ParsePostfix(ParsePrimary(), argumentStart);
            arguments = new ArgumentList([argument], [], null, null);
        }

        Expression test = new TestExpression(From(start), nameSpan, value, name, arguments);
        return negated ? new NotExpression(From(start), test) : test;
    }

    private bool StartsBareArgument() =>
        stream.Current.Kind
            is TokenKind.Name
                or TokenKind.String
                or TokenKind.Integer
                or TokenKind.Float
                or TokenKind.LeftBracket
                or TokenKind.LeftBrace
        && !(stream.Current.Is("else") || stream.Current.Is("or") || stream.Current.Is("and"));
}
