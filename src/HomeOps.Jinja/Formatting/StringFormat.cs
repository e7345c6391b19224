using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Formatting;

/// <summary>str.format: fields in braces, by position, by name or in order; without positional values it is str.format_map.</summary>
internal sealed class StringFormat(
    EvaluationContext context,
    Value[]? positional,
    Func<string, Value> named,
    bool escape
)
{
    private const int DeepestNesting = 2;

    // -1 while neither kind was seen, -2 once fields are numbered by hand, else the next automatic number.
    private int next = -1;

    /// <exception cref="JinjaException">ValueError, KeyError, IndexError, AttributeError as Python raises them.</exception>
    public string Apply(string format) => Apply(format, DeepestNesting);

    private string Apply(string format, int depth)
    {
        if (depth == 0)
        {
            throw JinjaException.Value("Max string recursion exceeded");
        }
        var into = new StringBuilder(format.Length + 16);
        var at = 0;
        while (at < format.Length)
        {
            var c = format[at++];
            if (c is not ('{' or '}'))
            {
                into.Append(c);
            }
            else if (at < format.Length && format[at] == c)
            {
                into.Append(c);
                at++;
            }
            else if (c == '}')
            {
                throw JinjaException.Value("Single '}' encountered in format string");
            }
            else
            {
                var end = FieldEnd(format, at);
                into.Append(Field(format[at..end], depth));
                at = end + 1;
            }
            Sequences.CheckText(context, into.Length);
        }
        return into.ToString();
    }

    private static int FieldEnd(string format, int at)
    {
        if (at == format.Length)
        {
            throw JinjaException.Value("Single '{' encountered in format string");
        }
        var open = 1;
        var bracket = false;
        for (; at < format.Length; at++)
        {
            switch (format[at])
            {
                case '[' when open == 1:
                    bracket = true;
                    break;
                case ']':
                    bracket = false;
                    break;
                case '{' when !bracket:
                    open++;
                    break;
                case '}' when !bracket && --open == 0:
                    return at;
            }
        }
        throw JinjaException.Value("expected '}' before end of string");
    }

    private string Field(string field, int depth)
    {
        var nameEnd = NameEnd(field);
        var conversion = '\0';
        var spec = "";
        if (nameEnd < field.Length && field[nameEnd] == '!')
        {
            if (nameEnd + 1 >= field.Length)
            {
                throw JinjaException.Value("end of string while looking for conversion specifier");
            }
            conversion = field[nameEnd + 1];
            if (nameEnd + 2 < field.Length)
            {
                if (field[nameEnd + 2] != ':')
                {
                    throw JinjaException.Value("expected ':' after conversion specifier");
                }
                spec = field[(nameEnd + 3)..];
            }
        }
        else if (nameEnd < field.Length)
        {
            spec = field[(nameEnd + 1)..];
        }

        var value = Resolve(field[..nameEnd]);
        spec = spec.Contains('{') || spec.Contains('}') ? Apply(spec, depth - 1) : spec;
        value = conversion switch
        {
            '\0' => value,
            'r' => PyText.Repr(value),
            's' => value.IsText ? value : PyText.Str(value),
            'a' => PercentFormat.Ascii(value),
            _ => throw JinjaException.Value(
                conversion is > ' ' and < '\x7f'
                    ? $"Unknown conversion specifier {conversion}"
                    : $"Unknown conversion specifier \\x{(int)conversion:x}"
            ),
        };
        if (!escape)
        {
            return ValueFormat.Of(context, value, spec);
        }
        if (value.AsObject?.Html() is { } html)
        {
            return spec.Length == 0 ? html : throw JinjaException.Value("Unsupported format specification for Markup.");
        }
        return Escaping.Escape(ValueFormat.Of(context, value, spec));
    }

    private static int NameEnd(string field)
    {
        var bracket = false;
        for (var at = 0; at < field.Length; at++)
        {
            switch (field[at])
            {
                case '[':
                    bracket = true;
                    break;
                case ']':
                    bracket = false;
                    break;
                case '{' or '}' when !bracket:
                    throw JinjaException.Value("unexpected '{' in field name");
                case '!' or ':' when !bracket:
                    return at;
            }
        }
        return field.Length;
    }

    private Value Resolve(string name)
    {
        var at = name.AsSpan().IndexOfAny('.', '[');
        var value = First(at < 0 ? name : name[..at]);
        while (at >= 0 && at < name.Length)
        {
            if (name[at] == '.')
            {
                var end = name.AsSpan(at + 1).IndexOfAny('.', '[');
                end = end < 0 ? name.Length : at + 1 + end;
                var attribute = name[(at + 1)..end];
                value =
                    attribute.Length == 0
                        ? throw JinjaException.Value("Empty attribute in format string")
                        : Lookup.GetAttribute(context, value, attribute);
                at = end;
            }
            else
            {
                var end = name.IndexOf(']', at);
                if (end < 0)
                {
                    throw JinjaException.Value("Missing ']' in format string");
                }
                var key = name[(at + 1)..end];
                if (key.Length == 0)
                {
                    throw JinjaException.Value("Empty attribute in format string");
                }
                value = Lookup.Subscript(context, value, Number(key) is { } index ? index : (Value)key);
                at = end + 1;
                if (at < name.Length && name[at] is not ('.' or '['))
                {
                    throw JinjaException.Value("Only '.' or '[' may follow ']' in format field specifier");
                }
            }
        }
        return value;
    }

    private Value First(string name)
    {
        var number = name.Length == 0 ? null : Number(name);
        if (name.Length != 0 && number is null)
        {
            return named(name);
        }
        if (number is null)
        {
            if (next == -2)
            {
                throw JinjaException.Value(
                    "cannot switch from manual field specification to automatic field numbering"
                );
            }
            next = Math.Max(next, 0);
            number = next++;
        }
        else if (next >= 0)
        {
            throw JinjaException.Value("cannot switch from automatic field numbering to manual field specification");
        }
        else
        {
            next = -2;
        }
        return positional is null ? throw JinjaException.Value("Format string contains positional fields")
            : number < positional.Length ? positional[(int)number]
            : throw JinjaException.Index($"Replacement index {number} out of range for positional args tuple");
    }

    private static long? Number(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 ? null
        : text.Length > 18 ? throw JinjaException.Value("Too many decimal digits in format string")
        : long.Parse(text);
}
