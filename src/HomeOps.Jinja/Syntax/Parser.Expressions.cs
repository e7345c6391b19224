using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>Operators, from the loosest to the tightest.</summary>
internal sealed partial class Parser
{
    // Longer chains get a guard in their tree, see GuardedExpression.
    private const int ChainGuard = 16;

    private Expression ParseExpression(bool withConditional = true)
    {
        Nest();
        var expression = withConditional ? ParseConditional() : ParseOr();
        nesting--;
        return nesting % 4 == 0 ? Guarded(expression) : expression;
    }

    private static Expression Guarded(Expression expression) =>
        expression is ConstantExpression or NameExpression or CallExpression or TupleExpression
            ? expression
            : new GuardedExpression(expression);

    private Expression ParseConditional()
    {
        var start = stream.Current.Start;
        var then = ParseOr();
        for (var count = 1; stream.SkipIf("if"); count++)
        {
            var test = ParseOr();
            Expression? otherwise = null;
            if (stream.SkipIf("else"))
            {
                Nest();
                otherwise = ParseConditional();
                nesting--;
            }

            then = Link(new ConditionalExpression(From(start), test, then, otherwise), count);
        }

        return then;
    }

    private Expression ParseOr()
    {
        var start = stream.Current.Start;
        var left = ParseAnd();
        for (var count = 1; stream.SkipIf("or"); count++)
        {
            var right = ParseAnd();
            left = Link(new OrExpression(From(start), left, right), count);
        }

        return left;
    }

    private Expression ParseAnd()
    {
        var start = stream.Current.Start;
        var left = ParseNot();
        for (var count = 1; stream.SkipIf("and"); count++)
        {
            var right = ParseNot();
            left = Link(new AndExpression(From(start), left, right), count);
        }

        return left;
    }

    private Expression ParseNot()
    {
        var start = stream.Current.Start;
        if (!stream.SkipIf("not"))
        {
            return ParseCompare();
        }

        Nest();
        var operand = ParseNot();
        nesting--;
        return new NotExpression(From(start), operand);
    }

    private Expression ParseCompare()
    {
        var start = stream.Current.Start;
        var first = ParseSum();
        List<ComparisonOperand>? operands = null;
        while (TryComparison(out var op))
        {
            (operands ??= []).Add(new ComparisonOperand(op, ParseSum()));
        }

        return operands is null ? first : new CompareExpression(From(start), first, [.. operands]);
    }

    private bool TryComparison(out ComparisonOperator op)
    {
        op = stream.Current.Kind switch
        {
            TokenKind.NotEqual => ComparisonOperator.NotEqual,
            TokenKind.Less => ComparisonOperator.Less,
            TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
            TokenKind.Greater => ComparisonOperator.Greater,
            TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
            TokenKind.Name when stream.Current.Is("in") => ComparisonOperator.In,
            TokenKind.Name when stream.Current.Is("not") && stream.Look().Is("in") => ComparisonOperator.NotIn,
            _ => ComparisonOperator.Equal,
        };
        if (op == ComparisonOperator.Equal && stream.Current.Kind != TokenKind.Equal)
        {
            return false;
        }

        if (op == ComparisonOperator.NotIn)
        {
            stream.Next();
        }

        stream.Next();
        return true;
    }

    private Expression ParseSum()
    {
        var start = stream.Current.Start;
        var left = ParseConcat();
        for (var count = 1; stream.Current.Kind is TokenKind.Add or TokenKind.Sub; count++)
        {
            var op = stream.Next().Kind;
            var right = ParseConcat();
            left = Link(new ArithmeticExpression(From(start), op, left, right), count);
        }

        return left;
    }

    private Expression ParseConcat()
    {
        var start = stream.Current.Start;
        var first = ParseProduct();
        if (stream.Current.Kind != TokenKind.Tilde)
        {
            return first;
        }

        var parts = new List<Expression> { first };
        while (stream.SkipIf(TokenKind.Tilde))
        {
            parts.Add(ParseProduct());
        }

        return new ConcatExpression(From(start), [.. parts]);
    }

    private Expression ParseProduct()
    {
        var start = stream.Current.Start;
        var left = ParsePower();
        for (
            var count = 1;
            stream.Current.Kind is TokenKind.Mul or TokenKind.Div or TokenKind.FloorDiv or TokenKind.Mod;
            count++
        )
        {
            var op = stream.Next().Kind;
            var right = ParsePower();
            left = Link(new ArithmeticExpression(From(start), op, left, right), count);
        }

        return left;
    }

    // Left-associative, unlike Python's.
    private Expression ParsePower()
    {
        var start = stream.Current.Start;
        var left = ParseUnary(withFilters: true);
        for (var count = 1; stream.SkipIf(TokenKind.Pow); count++)
        {
            var right = ParseUnary(withFilters: true);
            left = Link(new ArithmeticExpression(From(start), TokenKind.Pow, left, right), count);
        }

        return left;
    }

    // A filter behind a sign applies to the signed value: -1|abs is 1.
    private Expression ParseUnary(bool withFilters)
    {
        var token = stream.Current;
        Expression expression;
        if (token.Kind is TokenKind.Sub or TokenKind.Add)
        {
            stream.Next();
            Nest();
            var operand = ParseUnary(withFilters: false);
            nesting--;
            expression = new SignExpression(From(token.Start), token.Kind == TokenKind.Sub, operand);
        }
        else
        {
            expression = ParsePrimary();
        }

        expression = ParsePostfix(expression, token.Start);
        return withFilters ? ParseFiltersAndTests(expression, token.Start) : expression;
    }

    private static Expression Link(Expression expression, int count) =>
        count % ChainGuard == 0 ? new GuardedExpression(expression) : expression;
}
