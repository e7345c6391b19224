using System.Globalization;

namespace HomeOps.Yaml;

public sealed partial class GoV2Writer
{
    private void WriteScalar(string value, ScalarStyle style, ScalarAnalysis analysis, bool isSimpleKey)
    {
        IncreaseIndent(isFlow: true, isIndentless: false);
        switch (Allowed(value, style, analysis, isSimpleKey))
        {
            case ScalarStyle.Plain:
                WritePlain(value, !isSimpleKey);
                break;
            case ScalarStyle.SingleQuoted:
                WriteSingleQuoted(value, !isSimpleKey);
                break;
            case ScalarStyle.Literal:
                WriteLiteralBlock(value);
                break;
            default:
                WriteDoubleQuoted(value, !isSimpleKey);
                break;
        }

        indent = indents.Pop();
    }

    // go-yaml v2 counts a tab as a special character, which only double quotes can hold.
    private static ScalarStyle Allowed(string value, ScalarStyle style, ScalarAnalysis analysis, bool isSimpleKey)
    {
        if (style == ScalarStyle.Plain && !analysis.AllowsPlain)
        {
            style = ScalarStyle.SingleQuoted;
        }

        return style switch
        {
            ScalarStyle.SingleQuoted when !analysis.AllowsSingleQuoted => ScalarStyle.DoubleQuoted,
            ScalarStyle.Literal
                when !analysis.AllowsBlock || isSimpleKey || value.Contains('\t', StringComparison.Ordinal) =>
                ScalarStyle.DoubleQuoted,
            _ => style,
        };
    }

    private void WritePlain(string value, bool folds)
    {
        if (!whitespace)
        {
            Put(' ');
        }

        if (!folds || column + value.Length <= Width)
        {
            text.Append(value);
            column += value.Length;
        }
        else
        {
            WriteFolding(value, isQuoted: false);
        }

        whitespace = false;
        indention = false;
    }

    // A single blank behind the width becomes a line break; the first and last character of a quoted text stay where they are.
    private void WriteFolding(string value, bool isQuoted)
    {
        var afterSpace = false;
        var afterBreak = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == ' ')
            {
                var isInside = !isQuoted || (i > 0 && i < value.Length - 1);
                if (!afterSpace && column > Width && isInside && (i + 1 >= value.Length || value[i + 1] != ' '))
                {
                    WriteIndent();
                }
                else
                {
                    Put(c);
                }

                afterSpace = true;
                continue;
            }

            if (ScalarAnalysis.IsBreak(c))
            {
                if (!afterBreak && c == '\n')
                {
                    WriteBreak('\n');
                }

                WriteBreak(c);
                indention = true;
                afterBreak = true;
                afterSpace = false;
                continue;
            }

            if (afterBreak)
            {
                WriteIndent();
                afterBreak = false;
            }

            if (isQuoted && c == '\'')
            {
                Put('\'');
            }

            Put(c);
            indention = false;
            afterSpace = false;
        }
    }

    private void WriteSingleQuoted(string value, bool folds)
    {
        WriteIndicator("'", needsWhitespace: true);
        if (folds)
        {
            WriteFolding(value, isQuoted: true);
        }
        else
        {
            var doubled = value.Replace("'", "''", StringComparison.Ordinal);
            text.Append(doubled);
            column += doubled.Length;
        }

        WriteIndicator("'", needsWhitespace: false);
        indention = false;
    }

    private void WriteDoubleQuoted(string value, bool folds)
    {
        WriteIndicator("\"", needsWhitespace: true);
        var escapesAll = value.StartsWith('\uFEFF');
        var afterSpace = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                WriteEscape(
                    string.Create(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(c, value[i + 1]):X8}")
                );
                i++;
                afterSpace = false;
            }
            else if (!ScalarAnalysis.IsPrintable(c) || ScalarAnalysis.IsBreak(c) || c is '"' or '\\' || escapesAll)
            {
                WriteEscape(GoYamlEmitter.Escape(char.IsSurrogate(c) ? '\uFFFD' : c));
                afterSpace = false;
            }
            else if (c == ' ')
            {
                if (folds && !afterSpace && column > Width && i > 0 && i < value.Length - 1)
                {
                    WriteIndent();
                    if (value[i + 1] == ' ')
                    {
                        Put('\\');
                    }
                }
                else
                {
                    Put(c);
                }

                afterSpace = true;
            }
            else
            {
                Put(c);
                afterSpace = false;
            }
        }

        WriteIndicator("\"", needsWhitespace: false);
        indention = false;
    }

    private void WriteEscape(string escape)
    {
        text.Append(escape);
        column += escape.Length;
    }

    private void WriteLiteralBlock(string value)
    {
        WriteIndicator("|", needsWhitespace: true);
        if (value[0] == ' ' || ScalarAnalysis.IsBreak(value[0]))
        {
            WriteIndicator("2", needsWhitespace: false);
        }

        if (!ScalarAnalysis.IsBreak(value[^1]))
        {
            WriteIndicator("-", needsWhitespace: false);
        }
        else if (value.Length == 1 || ScalarAnalysis.IsBreak(value[^2]))
        {
            WriteIndicator("+", needsWhitespace: false);
        }

        WriteBreak('\n');
        (whitespace, indention) = (true, true);
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny("\n\r\u0085\u2028\u2029");
            var line = end < 0 ? rest : rest[..end];
            if (!line.IsEmpty)
            {
                WriteIndent();
                text.Append(line);
                column += line.Length;
                indention = false;
            }

            if (end < 0)
            {
                break;
            }

            WriteBreak(rest[end]);
            indention = true;
            rest = rest[(end + 1)..];
        }
    }
}
