using System.Globalization;

namespace HomeOps.Yaml;

internal sealed partial class YamlScanner
{
    private void FetchQuoted(ScalarStyle style)
    {
        SaveSimpleKey();
        simpleKeyAllowed = false;
        Add(ScanQuoted(style));
    }

    private Token ScanQuoted(ScalarStyle style)
    {
        var start = Here;
        var quote = text[position];
        newlines = 0;
        position++;

        // Most quoted scalars have no escape and one line: they are a piece of the text.
        var stop = text.AsSpan(position, end - position)
            .IndexOfAny(quote == '"' ? "\"\\\n\r\u0085\u2028\u2029" : "'\n\r\u0085\u2028\u2029");
        if (stop >= 0 && text[position + stop] == quote && (quote == '"' || Look(position + stop + 1) != '\''))
        {
            var value = text.Substring(position, stop);
            position += stop + 1;
            return new Token(TokenKind.Scalar, start, position, value, Style: style);
        }

        buffer.Clear();
        while (true)
        {
            if (position >= end)
            {
                throw Error(YamlDiagnostics.UnclosedQuote(At(start.Index, 1), quote));
            }

            var c = text[position];
            if (IsBreak(c) || IsBlank(c))
            {
                ReadQuotedBlanks(start, quote);
            }
            else if (c == quote)
            {
                if (quote == '\'' && Look(position + 1) == '\'')
                {
                    buffer.Append('\'');
                    position += 2;
                    continue;
                }

                position++;
                return new Token(TokenKind.Scalar, start, position, buffer.ToString(), Style: style);
            }
            else if (c == '\\' && quote == '"')
            {
                ReadEscape();
            }
            else
            {
                buffer.Append(c);
                position++;
            }
        }
    }

    // Blanks on one line count; around a line break they do not, and the break folds.
    private void ReadQuotedBlanks(Mark start, char quote)
    {
        var from = position;
        SkipBlanks();
        if (position >= end || !IsBreak(text[position]))
        {
            buffer.Append(text, from, position - from);
            return;
        }

        ReadQuotedBreaks(start, quote, folds: true);
    }

    private void ReadQuotedBreaks(Mark start, char quote, bool folds)
    {
        var firstBreak = BreakText(position);
        SkipBreak();
        var more = 0;
        var from = position;
        while (position < end)
        {
            if (Column == 0 && IsDocumentMarker(position))
            {
                throw Error(YamlDiagnostics.UnclosedQuote(At(start.Index, 1), quote));
            }

            if (IsBreak(text[position]))
            {
                more++;
                SkipBreak();
            }
            else if (IsBlank(text[position]))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        if (folds || more > 0)
        {
            AppendFolded(new Fold(folds ? firstBreak : "\n", from, more));
        }

        newlines = 0;
    }

    private void ReadEscape()
    {
        var start = position;
        var c = Look(position + 1);
        if (position + 1 < end && IsBreak(c))
        {
            // An escaped line break joins the lines; blank lines behind it count.
            position++;
            ReadQuotedBreaks(new Mark(start, line, Column), '"', folds: false);
            return;
        }

        position += 2;
        switch (c)
        {
            case 'x':
                ReadCodePoint(start, 2);
                return;
            case 'u':
                ReadCodePoint(start, 4);
                return;
            case 'U':
                ReadCodePoint(start, 8);
                return;
        }

        var value = c switch
        {
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            't' or '\t' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            'e' => '\u001b',
            ' ' => ' ',
            '"' => '"',
            '\'' => '\'',
            '/' => '/',
            '\\' => '\\',
            'N' => '\u0085',
            '_' => '\u00a0',
            'L' => '\u2028',
            'P' => '\u2029',
            _ => throw Error(YamlDiagnostics.BadEscape(At(start, Math.Min(2, end - start)))),
        };
        buffer.Append(value);
    }

    private void ReadCodePoint(int start, int digits)
    {
        if (
            position + digits > end
            || !int.TryParse(
                text.AsSpan(position, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            throw Error(YamlDiagnostics.BadEscape(At(start, Math.Min(2, end - start))));
        }

        position += digits;
        if (value is >= 0xD800 and <= 0xDBFF && TryReadLowSurrogate(digits, out var low))
        {
            // JSON writes characters beyond U+FFFF as two escapes.
            buffer.Append((char)value).Append(low);
            return;
        }

        if (!System.Text.Rune.IsValid(value))
        {
            throw Error(YamlDiagnostics.BadEscape(At(start, position - start)));
        }

        buffer.Append(char.ConvertFromUtf32(value));
    }

    private bool TryReadLowSurrogate(int digits, out char low)
    {
        low = '\0';
        if (
            digits != 4
            || position + 6 > end
            || text[position] != '\\'
            || text[position + 1] != 'u'
            || !int.TryParse(
                text.AsSpan(position + 2, 4),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
            || value is < 0xDC00 or > 0xDFFF
        )
        {
            return false;
        }

        position += 6;
        low = (char)value;
        return true;
    }
}
