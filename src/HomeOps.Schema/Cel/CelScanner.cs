using System.Globalization;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Schema;

/// <summary>Cuts an expression into tokens (CEL specification, language definition: lexis).</summary>
internal sealed class CelScanner(string text)
{
    private static readonly string[] Signs =
    [
        "&&",
        "||",
        "==",
        "!=",
        "<=",
        ">=",
        "?",
        ":",
        "<",
        ">",
        "+",
        "-",
        "*",
        "/",
        "%",
        "!",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ".",
    ];

    private int at;

    /// <summary>The next token.</summary>
    /// <exception cref="CelException">There is no token.</exception>
    public CelToken Next()
    {
        SkipBlanks();
        var start = at;
        if (at == text.Length)
        {
            return new CelToken(CelTokenKind.End, "", null, new TextSpan(start, 0));
        }

        if (QuoteAt() is { } literal)
        {
            return Literal(start, literal);
        }

        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return Literal(start, Number());
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            return Word(start, text[start..at]);
        }

        if (c == '`')
        {
            return QuotedName(start);
        }

        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0)
            {
                at += sign.Length;
                return new CelToken(CelTokenKind.Sign, sign, null, new TextSpan(start, sign.Length));
            }
        }

        throw new CelException($"'{Rune.GetRuneAt(text, Whole(at))}' is not expected there", new TextSpan(at, 1));
    }

    private CelToken Literal(int start, object? value) =>
        new(CelTokenKind.Literal, text[start..at], value, new TextSpan(start, at - start));

    private CelToken Word(int start, string word) =>
        word switch
        {
            "true" => Literal(start, true),
            "false" => Literal(start, false),
            "null" => Literal(start, null),
            "in" => new CelToken(CelTokenKind.Sign, word, null, new TextSpan(start, at - start)),
            _ => new CelToken(CelTokenKind.Name, word, null, new TextSpan(start, at - start)),
        };

    // A field whose name is no identifier: `content-type`.
    private CelToken QuotedName(int start)
    {
        var end = text.IndexOf('`', start + 1);
        if (end < 0)
        {
            throw new CelException("a quoted name is not closed", new TextSpan(start, 1));
        }

        at = end + 1;
        return new CelToken(CelTokenKind.Name, text[(start + 1)..end], null, new TextSpan(start, at - start));
    }

    private void SkipBlanks()
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\n' or '\f' or '\r')
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private object Number()
    {
        var start = at;
        if (text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X')
        {
            at += 2;
            Digits(char.IsAsciiHexDigit);
            return Whole(start, text.AsSpan(start + 2, at - start - 2), NumberStyles.AllowHexSpecifier);
        }

        Digits(char.IsAsciiDigit);
        var isWhole = true;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            isWhole = false;
            at++;
            Digits(char.IsAsciiDigit);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            isWhole = false;
            at++;
            at += at < text.Length && text[at] is '+' or '-' ? 1 : 0;
            Digits(char.IsAsciiDigit);
        }

        var digits = text.AsSpan(start, at - start);
        if (isWhole)
        {
            return Whole(start, digits, NumberStyles.None);
        }

        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? real
            : throw new CelException($"'{digits}' is no number", new TextSpan(start, at - start));
    }

    private object Whole(int start, ReadOnlySpan<char> digits, NumberStyles style)
    {
        if (!ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var number))
        {
            throw new CelException($"'{text[start..at]}' is no number of 64 bits", new TextSpan(start, at - start));
        }

        if (at < text.Length && text[at] is 'u' or 'U')
        {
            at++;
            return number;
        }

        // -9223372036854775808 is a sign before a number that is one too large.
        return number <= long.MaxValue ? (long)number
            : number == 1UL << 63 && start > 0 && text[start - 1] == '-' ? long.MinValue
            : throw new CelException($"'{digits}' is no number of 64 bits", new TextSpan(start, at - start));
    }

    private void Digits(Func<char, bool> accepts)
    {
        while (at < text.Length && accepts(text[at]))
        {
            at++;
        }
    }

    // A text or bytes that begin here, with r for raw and b for bytes before the quote; null when nothing of the kind does.
    private object? QuoteAt()
    {
        var (isRaw, isBytes, begin) = (false, false, at);
        while (begin < text.Length && begin - at < 2 && text[begin] is 'r' or 'R' or 'b' or 'B')
        {
            var isR = text[begin] is 'r' or 'R';
            if (isR ? isRaw : isBytes)
            {
                return null;
            }

            (isRaw, isBytes) = (isRaw || isR, isBytes || !isR);
            begin++;
        }

        if (begin == text.Length || text[begin] is not ('"' or '\''))
        {
            return null;
        }

        var start = at;
        var quote = new string(text[begin], 3);
        quote = string.CompareOrdinal(text, begin, quote, 0, 3) == 0 ? quote : quote[..1];
        at = begin + quote.Length;
        var value = new CelQuoted(text, isRaw, isBytes).Read(ref at, quote, start);
        return value;
    }

    // Half of a pair of surrogates stands for itself.
    private int Whole(int index)
    {
        return char.IsSurrogate(text[index]) && !(index + 1 < text.Length && char.IsSurrogatePair(text, index))
            ? throw new CelException("a character is broken", new TextSpan(index, 1))
            : index;
    }
}
