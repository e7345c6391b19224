using System.Globalization;
using System.Text;

namespace HomeOps.Helm.Templates;

/// <summary>Reads the pipelines of one action: <c>.Field | default "x" | quote</c>.</summary>
internal sealed class ExpressionReader(TemplateAction action, string text)
{
    private const int MaxDepth = 100;
    private int at;
    private int depth;

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
            _ => new CallExpression(name, []),
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
            target = new FieldExpression(target, Name());
        }

        return target;
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

        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? real
            : throw Wrong($"'{number}' is no number");
    }

    private string Quoted(char quote)
    {
        var result = new StringBuilder();
        for (at++; at < text.Length && text[at] != quote; at++)
        {
            if (quote == '"' && text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                result.Append(
                    text[at] switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        var c => c,
                    }
                );
            }
            else
            {
                result.Append(text[at]);
            }
        }

        at += at < text.Length ? 1 : throw Wrong("a quoted text is not closed");
        return result.ToString();
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
