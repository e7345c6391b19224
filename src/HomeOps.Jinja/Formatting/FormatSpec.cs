using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Formatting;

/// <summary>A format specification: <c>[[fill]align][sign][z][#][0][width][,|_][.precision][type]</c>.</summary>
internal readonly record struct FormatSpec(
    string Fill,
    char Align,
    char Sign,
    bool NoNegativeZero,
    bool Alternate,
    int Width,
    char Grouping,
    int Precision,
    char Type
)
{
    /// <param name="context">For the limits of width and precision.</param>
    /// <param name="text">The specification.</param>
    /// <param name="typeName">The type it is for, named by the complaint.</param>
    /// <exception cref="JinjaException">ValueError.</exception>
    public static FormatSpec Parse(EvaluationContext context, string text, string typeName)
    {
        var at = 0;
        var (fill, align) = (" ", '\0');
        var first = text.Length > 0 ? CodePoints.Width(text, 0) : 0;
        if (first < text.Length && IsAlign(text[first]))
        {
            (fill, align, at) = (text[..first], text[first], first + 1);
        }
        else if (text.Length > 0 && IsAlign(text[0]))
        {
            (align, at) = (text[0], 1);
        }
        var fillGiven = at > 1;

        var sign = at < text.Length && text[at] is '+' or '-' or ' ' ? text[at++] : '\0';
        var coerced = at < text.Length && text[at] == 'z';
        at += coerced ? 1 : 0;
        var alternate = at < text.Length && text[at] == '#';
        at += alternate ? 1 : 0;
        if (!fillGiven && at < text.Length && text[at] == '0')
        {
            fill = "0";
            align = align == '\0' && typeName is not "str" ? '=' : align;
            at++;
        }

        var width = Number(context, text, ref at) ?? -1;
        var grouping = at < text.Length && text[at] is ',' or '_' ? text[at++] : '\0';
        if (grouping != '\0' && at < text.Length && text[at] is ',' or '_')
        {
            throw JinjaException.Value(
                grouping == text[at]
                    ? $"Cannot specify '{grouping}' with '{grouping}'."
                    : "Cannot specify both ',' and '_'."
            );
        }
        var precision = -1;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            precision =
                Number(context, text, ref at) ?? throw JinjaException.Value("Format specifier missing precision");
        }
        if (text.Length - at > 1)
        {
            throw JinjaException.Value($"Invalid format specifier '{text}' for object of type '{typeName}'");
        }
        var type =
            at < text.Length ? text[at]
            : typeName is "str" ? 's'
            : '\0';
        if (
            grouping != '\0'
            && type is not ('d' or 'e' or 'f' or 'g' or 'E' or 'G' or '%' or 'F' or '\0')
            && !(grouping == '_' && type is 'b' or 'o' or 'x' or 'X')
        )
        {
            throw JinjaException.Value($"Cannot specify '{grouping}' with '{type}'.");
        }
        return new(fill, align, sign, coerced, alternate, width, grouping, precision, type);
    }

    /// <summary>Fills up to the width.</summary>
    /// <param name="prefix">Sign and base prefix, which <c>=</c> keeps in front of the fill.</param>
    /// <param name="body">The rest.</param>
    /// <param name="natural">The alignment when none is given.</param>
    public string Pad(string prefix, string body, char natural)
    {
        var pad = Width - CodePoints.Count(prefix) - CodePoints.Count(body);
        if (pad <= 0)
        {
            return prefix + body;
        }
        return (Align == '\0' ? natural : Align) switch
        {
            '<' => prefix + body + Repeat(pad),
            '>' => Repeat(pad) + prefix + body,
            '^' => Repeat(pad / 2) + prefix + body + Repeat(pad - (pad / 2)),
            _ => prefix + Repeat(pad) + body,
        };
    }

    private string Repeat(int times) =>
        Fill.Length == 1 ? new string(Fill[0], times) : string.Concat(Enumerable.Repeat(Fill, times));

    private static bool IsAlign(char c) => c is '<' or '>' or '=' or '^';

    private static int? Number(EvaluationContext context, string text, ref int at)
    {
        long? number = null;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            number = ((number ?? 0) * 10) + (text[at] - '0');
            if (number > int.MaxValue)
            {
                throw JinjaException.Value("Too many decimal digits in format string");
            }
        }
        if (number is { } n)
        {
            Sequences.CheckText(context, n);
        }
        return (int?)number;
    }
}
