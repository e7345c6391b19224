using System.Text.RegularExpressions;

namespace HomeOps.Benchmarks.Trees;

/// <summary>Reads the expressions of home-ops templates for the translation; what it does not know it refuses.</summary>
internal sealed partial class JinjaExpressionReader
{
    private readonly List<string> tokens;
    private int next;

    private JinjaExpressionReader(string text) => tokens = [.. Token().Matches(text).Select(static m => m.Value)];

    private string Peek => next < tokens.Count ? tokens[next] : "";

    /// <summary>Reads a whole expression.</summary>
    /// <exception cref="NotSupportedException">It has something that the translation does not know.</exception>
    public static JinjaExpression Read(string text)
    {
        var reader = new JinjaExpressionReader(text);
        var expression = reader.Choice();
        return reader.Peek.Length == 0 ? expression : throw new NotSupportedException(text);
    }

    private JinjaExpression Choice()
    {
        var then = Or();
        if (!Take("if"))
        {
            return then;
        }

        var condition = Or();
        return new JinjaExpression.Choice(condition, then, Take("else") ? Choice() : new JinjaExpression.Text(""));
    }

    private JinjaExpression Or()
    {
        var left = And();
        while (Take("or"))
        {
            left = new JinjaExpression.Logical(left, "or", And());
        }

        return left;
    }

    private JinjaExpression And()
    {
        var left = Not();
        while (Take("and"))
        {
            left = new JinjaExpression.Logical(left, "and", Not());
        }

        return left;
    }

    private JinjaExpression Not() => Take("not") ? new JinjaExpression.Not(Not()) : Comparison();

    private JinjaExpression Comparison()
    {
        var left = Format();
        return Peek is "==" or "!=" or ">" or "<" or ">=" or "<="
            ? new JinjaExpression.Comparison(left, tokens[next++], Format())
            : left;
    }

    // Only '%s' is formatted in these trees: the value as text.
    private JinjaExpression Format()
    {
        var left = Postfix();
        if (!Take("%"))
        {
            return left;
        }

        return left is JinjaExpression.Text { Content: "%s" }
            ? new JinjaExpression.Filter(Postfix(), "string", [])
            : throw new NotSupportedException("a format other than '%s'");
    }

    private JinjaExpression Postfix()
    {
        var value = Primary();
        while (true)
        {
            if (Take("|"))
            {
                var name = tokens[next++];
                var arguments = Take("(") ? Arguments() : [];
                value = new JinjaExpression.Filter(value, name, name == "default" ? Default(arguments) : arguments);
            }
            else if (Take("."))
            {
                var name = tokens[next++];
                value =
                    Take("(") ? new JinjaExpression.Filter(value, name, Arguments())
                    : value is JinjaExpression.Path path ? new JinjaExpression.Path($"{path.Name}.{name}")
                    : throw new NotSupportedException($"the attribute {name} of an expression");
            }
            else if (value is JinjaExpression.Path function && Take("("))
            {
                value = new JinjaExpression.Call(function.Name, Arguments());
            }
            else
            {
                return value;
            }
        }
    }

    private JinjaExpression Primary()
    {
        if (Take("("))
        {
            var inner = Choice();
            return Take(")") ? inner : throw new NotSupportedException("a tuple");
        }

        var token = Peek;
        next++;
        return token switch
        {
            "true" or "True" => new JinjaExpression.Literal("true"),
            "false" or "False" => new JinjaExpression.Literal("false"),
            ['"' or '\'', ..] => new JinjaExpression.Text(token[1..^1]),
            [>= '0' and <= '9', ..] => new JinjaExpression.Literal(token),
            [>= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_', ..] => new JinjaExpression.Path(token),
            _ => throw new NotSupportedException($"'{token}' in an expression"),
        };
    }

    // Keywords are taken as if they stood in their order, which they do in these trees.
    private List<JinjaExpression> Arguments()
    {
        var arguments = new List<JinjaExpression>();
        while (!Take(")"))
        {
            if (next + 1 < tokens.Count && tokens[next + 1] == "=")
            {
                next += 2;
            }

            arguments.Add(Choice());
            _ = Take(",");
        }

        return arguments;
    }

    // The other engines' default replaces empty values too, Jinja's where its last argument says so.
    private static List<JinjaExpression> Default(List<JinjaExpression> arguments) =>
        arguments is [var value, JinjaExpression.Literal { Content: "true" }]
            ? [value]
            : throw new NotSupportedException("default of undefined values alone");

    private bool Take(string token)
    {
        if (Peek != token)
        {
            return false;
        }

        next++;
        return true;
    }

    [GeneratedRegex("""'[^'\\]*'|"[^"\\]*"|\w+|[=!<>]=|\S""")]
    private static partial Regex Token();
}
