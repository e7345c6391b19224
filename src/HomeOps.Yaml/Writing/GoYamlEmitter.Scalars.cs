using System.Globalization;

namespace HomeOps.Yaml;

internal sealed partial class GoYamlEmitter
{
    private void WriteLeaf(YamlNode node, bool isItem, bool isSimpleKey)
    {
        if (node is YamlAlias alias)
        {
            WriteIndicator("*", needsWhitespace: true);
            WriteWord(alias.Name);
            return;
        }

        var scalar = (YamlScalar)node;
        var style = SelectStyle(scalar, isSimpleKey);
        if (profile.QuotesOldWordsSingly && style == ScalarStyle.DoubleQuoted && YamlScalars.IsOldWord(scalar.Value))
        {
            style = ScalarStyle.SingleQuoted;
        }

        WriteAnchor(scalar);
        if (EffectiveTag(scalar) is { } tag)
        {
            WriteTag(tag);
        }

        IncreaseIndent(isFlow: true, isItem);
        switch (style)
        {
            case ScalarStyle.Plain:
                WritePlain(scalar.Value);
                break;
            case ScalarStyle.SingleQuoted:
                WriteSingleQuoted(scalar.Value);
                break;
            case ScalarStyle.DoubleQuoted:
                WriteDoubleQuoted(scalar.Value);
                break;
            case ScalarStyle.Literal:
                WriteLiteral(scalar.Value);
                break;
            default:
                WriteFolded(scalar.Value);
                break;
        }

        indent = indents.Pop();
    }

    // go-yaml keeps the tag of a plain "<<" visible.
    private static string? EffectiveTag(YamlNode node) =>
        node switch
        {
            { Tag: { } tag and not "!" } => tag,
            YamlScalar { Value: "<<", Style: ScalarStyle.Plain } => YamlTags.Merge,
            _ => null,
        };

    internal static ScalarStyle SelectStyle(YamlScalar scalar, bool isSimpleKey)
    {
        var analysis = ScalarAnalysis.Of(scalar.Value);
        var style = scalar.Style;
        if (style == ScalarStyle.Plain && scalar.Value.Contains('\n', StringComparison.Ordinal))
        {
            style = ScalarStyle.Literal;
        }

        if (isSimpleKey && analysis.IsMultiline)
        {
            style = ScalarStyle.DoubleQuoted;
        }

        if (style == ScalarStyle.Plain && (!analysis.AllowsPlain || (scalar.Value.Length == 0 && isSimpleKey)))
        {
            style = ScalarStyle.SingleQuoted;
        }

        return style switch
        {
            ScalarStyle.SingleQuoted when !analysis.AllowsSingleQuoted => ScalarStyle.DoubleQuoted,
            ScalarStyle.Literal or ScalarStyle.Folded when !analysis.AllowsBlock || isSimpleKey =>
                ScalarStyle.DoubleQuoted,
            _ => style,
        };
    }

    private void WritePlain(string value)
    {
        if (value.Length > 0)
        {
            WriteSeparated(value);
        }

        indention = false;
    }

    private void WriteSingleQuoted(string value)
    {
        WriteIndicator("'", needsWhitespace: true);
        var afterBreak = false;
        foreach (var c in value)
        {
            if (ScalarAnalysis.IsBreak(c))
            {
                // In quotes one break would fold to a blank, two make one.
                if (!afterBreak && c == '\n')
                {
                    WriteBreak();
                }

                WriteBreak(c);
                afterBreak = true;
                continue;
            }

            if (c != ' ' && afterBreak)
            {
                WriteIndent();
                afterBreak = false;
            }

            if (c == '\'')
            {
                Put('\'');
            }

            Put(c);
            indention = indention && c == ' ';
        }

        WriteIndicator("'", needsWhitespace: false);
    }

    private void WriteDoubleQuoted(string value)
    {
        WriteIndicator("\"", needsWhitespace: true);
        var escapesAll = value.StartsWith('\uFEFF');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                WriteWord(string.Create(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(c, value[i + 1]):X8}"));
                i++;
            }
            else if (!ScalarAnalysis.IsPrintable(c) || ScalarAnalysis.IsBreak(c) || c is '"' or '\\' || escapesAll)
            {
                WriteWord(Escape(char.IsSurrogate(c) ? '\uFFFD' : c));
            }
            else
            {
                Put(c);
            }
        }

        WriteIndicator("\"", needsWhitespace: false);
    }

    internal static string Escape(char c) =>
        c switch
        {
            '\0' => "\\0",
            '\a' => "\\a",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\v' => "\\v",
            '\f' => "\\f",
            '\r' => "\\r",
            '\u001b' => "\\e",
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u0085' => "\\N",
            '\u00a0' => "\\_",
            '\u2028' => "\\L",
            '\u2029' => "\\P",
            <= '\u00ff' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
        };

    private void WriteLiteral(string value)
    {
        WriteIndicator("|", needsWhitespace: true);
        WriteBlockHints(value);
        EndBlockHeader();
        whitespace = true;
        var afterBreak = true;
        foreach (var c in value)
        {
            if (ScalarAnalysis.IsBreak(c))
            {
                WriteBreak(c);
                afterBreak = true;
                continue;
            }

            if (afterBreak)
            {
                WriteIndent();
                afterBreak = false;
            }

            Put(c);
            indention = false;
        }
    }

    private void WriteFolded(string value)
    {
        WriteIndicator(">", needsWhitespace: true);
        WriteBlockHints(value);
        EndBlockHeader();
        whitespace = true;
        var afterBreak = true;
        var leadingBlank = true;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (ScalarAnalysis.IsBreak(c))
            {
                if (!afterBreak && !leadingBlank && c == '\n' && IsFolding(value, i))
                {
                    WriteBreak();
                }

                WriteBreak(c);
                afterBreak = true;
                continue;
            }

            if (afterBreak)
            {
                WriteIndent();
                leadingBlank = c is ' ' or '\t';
                afterBreak = false;
            }

            Put(c);
            indention = false;
        }
    }

    // The comment of the header ends its line; without one it has to be ended.
    private void EndBlockHeader()
    {
        if (lineComment.Length == 0)
        {
            WriteBreak();
        }
        else
        {
            WriteLineComment();
        }
    }

    // Whether text that is not indented follows the breaks at a place: only there does a break fold.
    private static bool IsFolding(string value, int at)
    {
        while (at < value.Length && ScalarAnalysis.IsBreak(value[at]))
        {
            at++;
        }

        return at < value.Length && value[at] is not (' ' or '\t');
    }

    private void WriteBlockHints(string value)
    {
        if (value.Length > 0 && (value[0] == ' ' || ScalarAnalysis.IsBreak(value[0])))
        {
            // go-yaml writes the indent setting, which is not the distance to the parent inside lists.
            var digit = profile.ReproducesFaults ? profile.Indent : indent - Math.Max(indents.Peek(), 0);
            WriteIndicator(digit.ToString(CultureInfo.InvariantCulture), needsWhitespace: false);
        }

        if (value.Length == 0 || !ScalarAnalysis.IsBreak(value[^1]))
        {
            WriteIndicator("-", needsWhitespace: false);
        }
        else if (value.Length == 1 || ScalarAnalysis.IsBreak(value[^2]))
        {
            WriteIndicator("+", needsWhitespace: false);
        }
    }
}
