using System.Globalization;
using System.Text;

namespace HomeOps.Helm.Templates;

/// <summary>Reads the pipelines of one action: <c>.Field | default "x" | quote</c>.</summary>
internal sealed class ExpressionReader(TemplateAction action, string text)
{
    private const int MaxDepth = 100;

    // Operands of one action; what is built of them is walked with the stack.
    private const int MaxSize = 1000;

    private int at;
    private int depth;
    private int size;

    /// <summary>Whether nothing is left to read.</summary>
    public bool IsAtEnd => Peek() == '\0';

    /// <summary>The quoted text that comes next: the name of a template.</summary>
    public string Text() => Peek() is ('"' or '`') and var quote ? Quoted(quote) : throw Wrong("it has no quoted name");

    /// <summary>Variables before <c>:=</c> or <c>=</c>; none when the action does not begin with them.</summary>
    public IReadOnlyList<string> Declared(int most, out bool isNew)
    {
        isNew = text.Contains(":=", StringComparison.Ordinal);
        var sign = text.IndexOf(isNew ? ":=" : "=", StringComparison.Ordinal);
        var names = sign < 0 ? [] : text[..sign].Split(',').Select(static n => n.Trim()).ToList();
        if (
            names.Count == 0
            || !names.All(static n => n.Length > 1 && n[0] == '$' && n[1..].All(static c => IsNamePart(c)))
        )
        {
            return [];
        }

        at = sign + (isNew ? 2 : 1);
        return names.Count <= most ? names : throw Wrong("it declares too many variables");
    }

    /// <summary>The whole rest of the action.</summary>
    public Expression Pipeline()
    {
        var value = Piped();
        return at == text.Length ? value : throw Wrong($"'{text[at..].Trim()}' is not expected there");
    }

    private Expression Piped()
    {
        if (++depth > MaxDepth)
        {
            throw Wrong("it is nested too deeply");
        }

        var value = Command(piped: null);
        while (Peek() == '|')
        {
            at++;
            value = Command(value);
        }

        depth--;
        return value;
    }

    private Expression Command(Expression? piped)
    {
        var isFunction = char.IsAsciiLetter(Peek());
        var first = Operand();
        var arguments = new List<Expression>();
        while (Peek() is not ('\0' or '|' or ')'))
        {
            arguments.Add(Operand());
        }

        if (piped is not null)
        {
            arguments.Add(piped);
        }

        if (isFunction && first is CallExpression call)
        {
            return call with { Arguments = arguments };
        }

        return arguments.Count == 0 ? first : throw Wrong("only functions take arguments");
    }

    private Expression Operand()
    {
        var c = Peek();
        Grow();
        if (c == '(')
        {
            at++;
            var inner = Piped();
            at += Peek() == ')' ? 1 : throw Wrong("a ')' is missing");
            return Fields(inner);
        }

        if (c == '.')
        {
            return at + 1 < text.Length && IsNamePart(text[at + 1])
                ? Fields(new VariableExpression("."))
                : Single(new VariableExpression("."));
        }

        if (c == '$')
        {
            at++;
            return Fields(new VariableExpression("$" + Name()));
        }

        if (c is '"' or '`')
        {
            return new LiteralExpression(Quoted(c));
        }

        if (c == '\'')
        {
            return new LiteralExpression(Character());
        }

        if (char.IsAsciiDigit(c) || c is '-' or '+')
        {
            return new LiteralExpression(Number());
        }

        var name = Name();
        return name switch
        {
            "" => throw Wrong($"'{text[at..].Trim()}' is not understood"),
            "true" => new LiteralExpression(true),
            "false" => new LiteralExpression(false),
            "nil" => new LiteralExpression(null),
            _ => Fields(new CallExpression(name, [])),
        };
    }

    private VariableExpression Single(VariableExpression dot)
    {
        at++;
        return dot;
    }

    private Expression Fields(Expression target)
    {
        while (at + 1 < text.Length && text[at] == '.' && IsNamePart(text[at + 1]))
        {
            at++;
            Grow();
            target = new FieldExpression(target, Name());
        }

        return target;
    }

    private void Grow() => _ = ++size <= MaxSize ? size : throw Wrong("it is too long");

    // A character is a number in Go.
    private long Character()
    {
        var quoted = Quoted('\'');
        var runes = quoted.EnumerateRunes().ToList();
        return runes.Count == 1 ? runes[0].Value : throw Wrong($"'{quoted}' is not one character");
    }

    private object Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-' or '+'))
        {
            at++;
        }

        var number = text[start..at];
        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        if (
            number.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(number.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out whole)
        )
        {
            return whole;
        }

        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? real
            : throw Wrong($"'{number}' is no number");
    }

    private string Quoted(char quote)
    {
        var result = new StringBuilder();
        for (at++; at < text.Length && text[at] != quote; at++)
        {
            if (quote != '`' && text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                AppendEscaped(result);
            }
            else
            {
                result.Append(text[at]);
            }
        }

        at += at < text.Length ? 1 : throw Wrong("a quoted text is not closed");
        return result.ToString();
    }

    private void AppendEscaped(StringBuilder result)
    {
        var digits = text[at] switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (digits == 0)
        {
            result.Append(
                text[at] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'a' => '\a',
                    'b' => '\b',
                    'f' => '\f',
                    'v' => '\v',
                    var c => c,
                }
            );
            return;
        }

        var end = Math.Min(at + 1 + digits, text.Length);
        var code = text.AsSpan(at + 1, end - at - 1);
        if (
            !int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune)
            || !Rune.IsValid(rune)
        )
        {
            throw Wrong("an escaped character is malformed");
        }

        result.Append(new Rune(rune).ToString());
        at = end - 1;
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private char Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private TemplateException Wrong(string reason) => new(reason) { Action = action };
}
