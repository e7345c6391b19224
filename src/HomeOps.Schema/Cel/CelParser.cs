namespace HomeOps.Schema;

/// <summary>Parses expressions (CEL specification, language definition: syntax), with the optional fields of cel-go.</summary>
internal sealed class CelParser
{
    // Neither nests or counts more in any expression a person wrote.
    private const int MaxDepth = 50;
    private const int MaxNodes = 2000;

    private static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["<", "<=", ">=", ">", "==", "!=", "in"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as",
        "break",
        "const",
        "continue",
        "else",
        "for",
        "function",
        "if",
        "import",
        "let",
        "loop",
        "namespace",
        "package",
        "return",
        "var",
        "void",
        "while",
    };

    private readonly CelScanner scanner;
    private CelToken token;
    private int depth;
    private int count;

    public CelParser(string text)
    {
        scanner = new CelScanner(text);
        token = scanner.Next();
    }

    /// <summary>The whole expression.</summary>
    /// <exception cref="CelException">It is malformed.</exception>
    public CelNode Parse()
    {
        var root = Expression();
        return token.Kind == CelTokenKind.End ? root : throw Unexpected();
    }

    private CelNode Expression()
    {
        if (++depth > MaxDepth)
        {
            throw new CelException("it is nested too deeply", token.Span);
        }

        var condition = Binary(0);
        if (Takes("?"))
        {
            var then = Binary(0);
            Expect(":");
            var otherwise = Expression();
            condition = Made(new CelOperator("?:", [condition, then, otherwise], condition.Span));
        }

        depth--;
        return condition;
    }

    private CelNode Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (token.Kind == CelTokenKind.Sign && Levels[level].Contains(token.Text))
        {
            var sign = token;
            Advance();
            left = Made(new CelOperator(sign.Text, [left, Binary(level + 1)], sign.Span));
        }

        return left;
    }

    private CelNode Unary()
    {
        var signs = new Stack<CelToken>();
        while (token is { Kind: CelTokenKind.Sign, Text: "!" or "-" })
        {
            if (signs.Count > 0 && signs.Peek().Text != token.Text)
            {
                throw Unexpected();
            }

            signs.Push(token);
            Advance();
        }

        // A minus before a number belongs to it.
        if (signs.TryPeek(out var last) && last.Text == "-" && token.Value is long or double)
        {
            signs.Pop();
            token = token with { Value = token.Value is long whole ? unchecked(-whole) : -(double)token.Value };
        }

        var node = Member(Primary());
        foreach (var sign in signs)
        {
            node = Made(new CelOperator(sign.Text, [node], sign.Span));
        }

        return node;
    }

    private CelNode Member(CelNode node)
    {
        while (true)
        {
            if (Takes("."))
            {
                var isOptional = Takes("?");
                var name = Name();
                node =
                    !isOptional && token is { Kind: CelTokenKind.Sign, Text: "(" }
                        ? Made(new CelCall(node, name.Text, Arguments(), name.Span))
                        : Made(new CelSelect(node, name.Text, isOptional, name.Span));
            }
            else if (token is { Kind: CelTokenKind.Sign, Text: "[" })
            {
                var at = token.Span;
                Advance();
                var isOptional = Takes("?");
                var index = Expression();
                Expect("]");
                node = Made(new CelIndex(node, index, isOptional, at));
            }
            else if (token is { Kind: CelTokenKind.Sign, Text: "{" } && node is CelName or CelSelect)
            {
                node = Map(isMessage: true);
            }
            else
            {
                return node;
            }
        }
    }

    private CelNode Primary()
    {
        var first = token;
        switch (first)
        {
            case { Kind: CelTokenKind.Literal }:
                Advance();
                return Made(new CelLiteral(first.Value, first.Span));
            case { Kind: CelTokenKind.Sign, Text: "(" }:
                Advance();
                var inner = Expression();
                Expect(")");
                return inner;
            case { Kind: CelTokenKind.Sign, Text: "[" }:
                return List();
            case { Kind: CelTokenKind.Sign, Text: "{" }:
                return Map(isMessage: false);
            case { Kind: CelTokenKind.Sign, Text: "." }:
                Advance();
                break;
        }

        var name = Name();
        if (Reserved.Contains(name.Text))
        {
            throw new CelException($"'{name.Text}' is a reserved word", name.Span);
        }

        return token is { Kind: CelTokenKind.Sign, Text: "(" }
            ? Made(new CelCall(null, name.Text, Arguments(), name.Span))
            : Made(new CelName(name.Text, name.Span));
    }

    private List<CelNode> Arguments()
    {
        Expect("(");
        var arguments = new List<CelNode>();
        while (!Takes(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Expression());
        }

        return arguments;
    }

    private CelNode List()
    {
        var at = token.Span;
        Expect("[");
        var items = new List<CelNode>();
        while (!Takes("]"))
        {
            Takes("?");
            items.Add(Expression());
            if (!Takes(","))
            {
                Expect("]");
                break;
            }
        }

        return Made(new CelList(items, at));
    }

    // Keys of a map are expressions, those of a message names.
    private CelNode Map(bool isMessage)
    {
        var at = token.Span;
        Expect("{");
        var entries = new List<(CelNode, CelNode)>();
        while (!Takes("}"))
        {
            Takes("?");
            var key = isMessage ? Field() : Expression();
            Expect(":");
            entries.Add((key, Expression()));
            if (!Takes(","))
            {
                Expect("}");
                break;
            }
        }

        return Made(new CelMap(entries, at));
    }

    private CelLiteral Field()
    {
        var name = Name();
        return new CelLiteral(name.Text, name.Span);
    }

    private CelToken Name()
    {
        var name = token;
        if (name.Kind != CelTokenKind.Name)
        {
            throw Unexpected();
        }

        Advance();
        return name;
    }

    private void Expect(string sign)
    {
        if (!Takes(sign))
        {
            throw token.Kind == CelTokenKind.End
                ? new CelException($"a '{sign}' is missing at the end", token.Span)
                : new CelException($"a '{sign}' is missing before '{token.Text}'", token.Span);
        }
    }

    private bool Takes(string sign)
    {
        if (token.Kind != CelTokenKind.Sign || token.Text != sign)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Advance() => token = scanner.Next();

    private T Made<T>(T node)
        where T : CelNode => ++count <= MaxNodes ? node : throw new CelException("it is too long", token.Span);

    private CelException Unexpected() =>
        new(
            token.Kind == CelTokenKind.End
                ? "something is missing at the end"
                : $"'{token.Text}' is not expected there",
            token.Span
        );
}
