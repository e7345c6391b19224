using System.Globalization;
using System.Numerics;
using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Formatting;

/// <summary><c>text % values</c>: printf-style formatting.</summary>
internal sealed class PercentFormat
{
    private readonly EvaluationContext context;
    private readonly string format;
    private readonly Value arguments;
    private readonly Value[]? tuple;
    private readonly bool escape;
    private readonly StringBuilder into;
    private int at;
    private int used;
    private bool byName;

    private PercentFormat(EvaluationContext context, string format, Value arguments, bool escape)
    {
        this.context = context;
        this.format = format;
        this.arguments = arguments;
        this.escape = escape;
        tuple = arguments.As<PyTuple>()?.Items;
        into = new StringBuilder(format.Length + 16);
    }

    /// <summary>A tuple gives one value for each field, a mapping gives values by name, anything else is the one value.</summary>
    /// <exception cref="JinjaException">TypeError, ValueError, KeyError, OverflowError as Python raises them.</exception>
    public static Value Apply(EvaluationContext context, Value format, Value arguments)
    {
        var safe = format.Kind == ValueKind.Markup;
        var text = new PercentFormat(context, format.AsText ?? "", arguments, safe).Run();
        return safe ? Value.Markup(text) : text;
    }

    /// <summary>Python's ascii().</summary>
    public static string Ascii(Value value)
    {
        if (value.AsText is { } text)
        {
            return StringRepr.Ascii(text);
        }
        var escaped = new StringBuilder();
        foreach (var rune in PyText.Repr(value).EnumerateRunes())
        {
            escaped.Append(
                rune.IsAscii ? rune.ToString()
                : rune.Value <= 0xff ? $"\\x{rune.Value:x2}"
                : rune.Value <= 0xffff ? $"\\u{rune.Value:x4}"
                : $"\\U{rune.Value:x8}"
            );
        }
        return escaped.ToString();
    }

    private string Run()
    {
        while (at < format.Length)
        {
            var percent = format.IndexOf('%', at);
            if (percent < 0)
            {
                into.Append(format, at, format.Length - at);
                break;
            }
            into.Append(format, at, percent - at);
            at = percent + 1;
            if (at < format.Length && format[at] == '%')
            {
                into.Append('%');
                at++;
            }
            else
            {
                Field();
            }
            Sequences.CheckText(context, into.Length);
        }
        if (tuple is not null ? used < tuple.Length : used == 0 && !byName && !IsMapping)
        {
            throw JinjaException.Type("not all arguments converted during string formatting");
        }
        return into.ToString();
    }

    private bool IsMapping =>
        arguments.Kind is ValueKind.Dict or ValueKind.List or ValueKind.Range or ValueKind.Undefined or ValueKind.Bytes;

    private void Field()
    {
        var named = default(Value);
        if (at < format.Length && format[at] == '(')
        {
            named = ByName();
        }
        var flags = Flags.Read(format, ref at);
        var width = Width(ref flags);
        var precision = -1;
        if (at < format.Length && format[at] == '.')
        {
            at++;
            precision = Precision();
        }
        if (at < format.Length && format[at] is 'h' or 'l' or 'L')
        {
            at++;
        }
        if (at >= format.Length)
        {
            throw JinjaException.Value("incomplete format");
        }
        var type = format[at++];
        var value = named.IsMissing ? Next() : named;
        var (sign, body) = Convert(type, value, flags, precision);
        Pad(sign, body, flags, width, type);
    }

    private Value ByName()
    {
        if (!IsMapping || tuple is not null)
        {
            throw JinjaException.Type("format requires a mapping");
        }
        var open = 1;
        var start = ++at;
        for (; at < format.Length && open > 0; at++)
        {
            open +=
                format[at] == '(' ? 1
                : format[at] == ')' ? -1
                : 0;
        }
        if (open > 0)
        {
            throw JinjaException.Value("incomplete format key");
        }
        byName = true;
        return Lookup.Subscript(context, arguments, format[start..(at - 1)]);
    }

    private int Width(ref Flags flags)
    {
        if (!TakesStar())
        {
            return Digits();
        }
        var width = Star("ssize_t");
        if (width < 0)
        {
            flags = flags with { Left = true };
            // CPython's negation of the least number stays negative, and nothing is filled.
            width = width == long.MinValue ? 0 : -width;
        }
        Sequences.CheckText(context, width);
        return (int)width;
    }

    private int Precision()
    {
        if (!TakesStar())
        {
            return Math.Max(0, Digits());
        }
        var precision = Star("int");
        if (precision is < int.MinValue or > int.MaxValue)
        {
            throw JinjaException.Overflow("Python int too large to convert to C int");
        }
        Sequences.CheckText(context, precision);
        return (int)Math.Max(0, precision);
    }

    private bool TakesStar()
    {
        var takes = at < format.Length && format[at] == '*';
        at += takes ? 1 : 0;
        return takes;
    }

    private long Star(string type)
    {
        var star = Next();
        return star.IsInteger ? Arguments.Size(star, type) : throw JinjaException.Type("* wants int");
    }

    private int Digits()
    {
        long number = -1;
        for (; at < format.Length && char.IsAsciiDigit(format[at]); at++)
        {
            number = (Math.Max(number, 0) * 10) + (format[at] - '0');
            Sequences.CheckText(context, number);
        }
        return (int)number;
    }

    private Value Next()
    {
        if (byName || (tuple is null ? used > 0 : used >= tuple.Length))
        {
            throw JinjaException.Type("not enough arguments for format string");
        }
        return tuple is null ? Once() : tuple[used++];

        Value Once()
        {
            used++;
            return arguments;
        }
    }

    private (string Sign, string Body) Convert(char type, Value value, Flags flags, int precision)
    {
        switch (type)
        {
            case 's':
                return ("", Cut(escape ? Escaping.Escape(value) : PyText.Str(value), precision));
            case 'r':
                return ("", Cut(Escaped(PyText.Repr(value)), precision));
            case 'a':
                return ("", Cut(Escaped(Ascii(value)), precision));
            case 'c':
                return ("", Character(value));
            case 'd' or 'i' or 'u' or 'x' or 'X' or 'o':
                return Integer(type, value, flags, precision);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                var number = Real(value);
                var digits = FloatFormat.Of(Math.Abs(number), type, precision < 0 ? 6 : precision, flags.Alternate);
                return (flags.SignOf(double.IsNegative(number) && !double.IsNaN(number)), digits);
            default:
                throw Unsupported(type);
        }
    }

    private static (string Sign, string Body) Integer(char type, Value value, Flags flags, int precision)
    {
        var number = ToInteger(type, value);
        var magnitude = BigInteger.Abs(number);
        var digits = type is 'x' or 'X' or 'o' ? IntegerText.InBase(magnitude, type) : magnitude.ToString();
        if (precision > digits.Length)
        {
            digits = digits.PadLeft(precision, '0');
        }
        var prefix = flags.Alternate ? IntegerText.Prefix(type) : "";
        return (flags.SignOf(number.Sign < 0) + prefix, digits);
    }

    private static BigInteger ToInteger(char type, Value value)
    {
        if (value.IsInteger)
        {
            return value.AsBigInteger;
        }
        if (type is 'x' or 'X' or 'o')
        {
            throw JinjaException.Type($"%{type} format: an integer is required, not {TypeNames.Of(value)}");
        }
        if (value.As<PyUndefined>() is { } undefined)
        {
            throw undefined.Error();
        }
        return value.Kind == ValueKind.Float
            ? Numbers.Truncate(value.AsDouble)
            : throw JinjaException.Type($"%{type} format: a real number is required, not {TypeNames.Of(value)}");
    }

    private static double Real(Value value)
    {
        if (value.As<PyUndefined>() is { } undefined)
        {
            throw undefined.Error();
        }
        return value.IsNumber
            ? Numbers.ToDouble(value)
            : throw JinjaException.Type($"must be real number, not {TypeNames.Of(value)}");
    }

    private string Character(Value value)
    {
        if (value.AsText is { } text)
        {
            return CodePoints.Count(text) == 1 ? Escaped(text) : throw JinjaException.Type("%c requires int or char");
        }
        if (!value.IsInteger)
        {
            throw JinjaException.Type("%c requires int or char");
        }
        return value.Kind == ValueKind.BigInt || value.AsInt64 is < 0 or > 0x10FFFF
            ? throw JinjaException.Overflow("%c arg not in range(0x110000)")
            : Escaped(IntegerText.Character(value.AsInt64));
    }

    private void Pad(string sign, string body, Flags flags, int width, char type)
    {
        var pad = Math.Max(0, width - CodePoints.Count(sign) - CodePoints.Count(body));
        var zeros = flags.Zero && !flags.Left && type is not ('s' or 'r' or 'a' or 'c');
        into.Append(' ', flags.Left || zeros ? 0 : pad).Append(sign);
        into.Append('0', zeros ? pad : 0).Append(body).Append(' ', flags.Left ? pad : 0);
    }

    private string Escaped(string text) => escape ? Escaping.Escape(text) : text;

    private static string Cut(string text, int precision) =>
        precision < 0 ? text : text[..CodePoints.Offset(text, precision)];

    private JinjaException Unsupported(char type) =>
        JinjaException.Value(
            string.Create(
                CultureInfo.InvariantCulture,
                $"unsupported format character '{(type is >= ' ' and < '\x7f' ? type : '?')}' (0x{(int)type:x}) at index {CodePoints.Count(format.AsSpan(0, at - 1))}"
            )
        );

    private readonly record struct Flags(bool Left, bool Plus, bool Blank, bool Alternate, bool Zero)
    {
        public static Flags Read(string format, ref int at)
        {
            var flags = default(Flags);
            for (; at < format.Length; at++)
            {
                switch (format[at])
                {
                    case '-':
                        flags = flags with { Left = true };
                        break;
                    case '+':
                        flags = flags with { Plus = true };
                        break;
                    case ' ':
                        flags = flags with { Blank = true };
                        break;
                    case '#':
                        flags = flags with { Alternate = true };
                        break;
                    case '0':
                        flags = flags with { Zero = true };
                        break;
                    default:
                        return flags;
                }
            }
            return flags;
        }

        public string SignOf(bool negative) =>
            negative ? "-"
            : Plus ? "+"
            : Blank ? " "
            : "";
    }
}
