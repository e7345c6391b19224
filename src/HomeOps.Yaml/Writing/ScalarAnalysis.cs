namespace HomeOps.Yaml;

/// <summary>Which styles a text allows, after go-yaml v3's analysis of scalars.</summary>
/// <param name="IsMultiline">It holds a line break.</param>
/// <param name="AllowsPlain">It can stand without quotes in block context.</param>
/// <param name="AllowsSingleQuoted">It can stand in single quotes.</param>
/// <param name="AllowsBlock">It can stand as a literal block.</param>
internal readonly record struct ScalarAnalysis(
    bool IsMultiline,
    bool AllowsPlain,
    bool AllowsSingleQuoted,
    bool AllowsBlock
)
{
    public static ScalarAnalysis Of(string value)
    {
        if (value.Length == 0)
        {
            return new ScalarAnalysis(false, true, true, false);
        }

        var indicators =
            value.StartsWith("---", StringComparison.Ordinal) || value.StartsWith("...", StringComparison.Ordinal);
        bool hasBreaks = false,
            hasSpecial = false,
            hasTab = false,
            breakThenSpace = false,
            spaceThenBreak = false,
            previousSpace = false,
            previousBreak = false,
            afterBlank = true;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            indicators |= IsIndicator(value, i, afterBlank);
            if (c == '\t')
            {
                hasTab = true;
            }
            else if (!IsPrintable(c))
            {
                hasSpecial = true;
            }

            var isBreak = IsBreak(c);
            breakThenSpace |= c == ' ' && previousBreak;
            spaceThenBreak |= isBreak && previousSpace;
            hasBreaks |= isBreak;
            previousSpace = c == ' ';
            previousBreak = isBreak;
            afterBlank = c is ' ' or '\t' || isBreak;
        }

        var edges = IsSpaceOrBreak(value[0]) || IsSpaceOrBreak(value[^1]);
        var mixed = spaceThenBreak || hasSpecial;
        return new ScalarAnalysis(
            hasBreaks,
            AllowsPlain: !(edges || hasBreaks || breakThenSpace || mixed || hasTab || indicators),
            AllowsSingleQuoted: !(breakThenSpace || mixed || hasTab),
            // go-yaml would write a block that begins with a tab, but cannot read it.
            AllowsBlock: !(value[^1] == ' ' || mixed || value[0] == '\t')
        );
    }

    // The line breaks of YAML 1.1.
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    // go-yaml prints nothing beyond U+FFFF as it is, so halves of pairs count as not printable.
    public static bool IsPrintable(char c) =>
        c
            is '\n'
                or (>= ' ' and <= '~')
                or (>= '\u00a0' and <= '\ud7ff')
                or (>= '\ue000' and <= '\ufefe')
                or (>= '\uff00' and <= '\ufffd');

    private static bool IsSpaceOrBreak(char c) => c == ' ' || IsBreak(c);

    private static bool IsIndicator(string value, int i, bool afterBlank)
    {
        var c = value[i];
        if (i == 0)
        {
            switch (c)
            {
                case '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%':
                case '@' or '`':
                    return true;
                case '?' or ':' or '-':
                    return IsFollowedByBlank(value, i);
                default:
                    return false;
            }
        }

        return (c == ':' && IsFollowedByBlank(value, i)) || (c == '#' && afterBlank);
    }

    private static bool IsFollowedByBlank(string value, int i) => i + 1 >= value.Length || value[i + 1] is ' ' or '\t';
}
