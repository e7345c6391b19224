using System.Globalization;
using System.Numerics;
using System.Text;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>
/// Reads JSON as Python's json module does: <c>NaN</c> and <c>Infinity</c> are numbers, integers have any size, of a duplicate key the
/// last counts.
/// </summary>
internal sealed class JsonText
{
    private const int DeepestNesting = 500;

    private readonly SourceText source;
    private readonly string text;
    private int at;
    private int depth;

    private JsonText(SourceText source)
    {
        this.source = source;
        text = source.Text;
    }

    /// <summary>The value of a text; null when it has an error, which is added to the findings.</summary>
    public static Value? Read(SourceText source, List<Diagnostic> findings)
    {
        var reader = new JsonText(source);
        try
        {
            var value = reader.ReadValue();
            reader.SkipSpace();
            return reader.at == reader.text.Length ? value : throw reader.Wrong("there is more behind the value");
        }
        catch (JsonTextException wrong)
        {
            findings.Add(DataDiagnostics.Json(source.At(Math.Min(wrong.Offset, source.Text.Length), 1), wrong.Message));
            return null;
        }
    }

    private Value ReadValue()
    {
        SkipSpace();
        if (at == text.Length)
        {
            throw Wrong("a value is missing");
        }

        switch (text[at])
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return ReadString();
            case '-' or (>= '0' and <= '9') when !Ahead("-Infinity"):
                return ReadNumber();
            default:
                return Take("true") ? Value.True
                    : Take("false") ? Value.False
                    : Take("null") ? Value.None
                    : Take("NaN") ? double.NaN
                    : Take("Infinity") ? double.PositiveInfinity
                    : Take("-Infinity") ? double.NegativeInfinity
                    : throw Wrong("a value is missing");
        }
    }

    private Value ReadObject()
    {
        Open();
        var dict = new PyDict();
        SkipSpace();
        while (!Take("}"))
        {
            SkipSpace();
            if (!Ahead("\""))
            {
                throw Wrong("a key in double quotes is missing");
            }

            var key = ReadString();
            SkipSpace();
            Expect(":");
            dict[key] = ReadValue();
            SkipSpace();
            if (!Ahead("}"))
            {
                Expect(",");
                SkipSpace();
                if (Ahead("}"))
                {
                    throw Wrong("a comma stands before the end of the object");
                }
            }
        }

        depth--;
        return dict;
    }

    private Value ReadArray()
    {
        Open();
        var list = new List<Value>();
        SkipSpace();
        while (!Take("]"))
        {
            list.Add(ReadValue());
            SkipSpace();
            if (!Ahead("]"))
            {
                Expect(",");
                SkipSpace();
                if (Ahead("]"))
                {
                    throw Wrong("a comma stands before the end of the array");
                }
            }
        }

        depth--;
        return new PyList((IEnumerable<Value>)list);
    }

    private string ReadString()
    {
        var into = new StringBuilder();
        at++;
        while (true)
        {
            if (at == text.Length)
            {
                throw Wrong("the end of a text is missing");
            }

            var character = text[at++];
            switch (character)
            {
                case '"':
                    return into.ToString();
                case '\\':
                    into.Append(ReadEscape());
                    break;
                case < ' ':
                    at--;
                    throw Wrong("a control character stands in a text");
                default:
                    into.Append(character);
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        var character = at < text.Length ? text[at++] : '\0';
        switch (character)
        {
            case '"' or '\\' or '/':
                return character;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u'
                when at + 4 <= text.Length
                    && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, null, out var code):
                at += 4;
                return (char)code;
            default:
                at--;
                throw Wrong("an escape is unknown");
        }
    }

    private Value ReadNumber()
    {
        var start = at;
        Take("-");
        if (!Take("0") && !TakeDigits())
        {
            throw Wrong("a digit is missing");
        }

        var mark = at;
        if (Take(".") && !TakeDigits())
        {
            at = mark;
        }

        var isFloat = at > mark;
        mark = at;
        if (Take("e") || Take("E"))
        {
            _ = Take("+") || Take("-");
            if (TakeDigits())
            {
                isFloat = true;
            }
            else
            {
                at = mark;
            }
        }

        var number = text.AsSpan(start, at - start);
        return isFloat
            ? double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)
            : Value.Integer(BigInteger.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private bool TakeDigits()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start;
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }
    }

    private void Open()
    {
        at++;
        if (++depth > DeepestNesting)
        {
            throw Wrong($"values are nested deeper than {DeepestNesting}");
        }
    }

    private bool Ahead(string token) => text.AsSpan(at).StartsWith(token, StringComparison.Ordinal);

    private bool Take(string token)
    {
        var found = Ahead(token);
        at += found ? token.Length : 0;
        return found;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw Wrong($"'{token}' is missing");
        }
    }

    private JsonTextException Wrong(string message) => new(message, at);

    private sealed class JsonTextException(string message, int offset) : Exception(message)
    {
        public int Offset { get; } = offset;
    }
}
