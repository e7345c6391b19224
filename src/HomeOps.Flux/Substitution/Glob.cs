using System.Text;

namespace HomeOps.Flux;

/// <summary>Patterns as in Go's path.Match, except that <c>*</c> also stands for slashes.</summary>
internal static class Glob
{
    // A step takes about as long as going through as many bytes.
    private const int StepCost = 8;

    /// <summary>Whether the whole text fits; null when a faulty part of the pattern was reached, or when it takes too long.</summary>
    public static bool? Matches(
        ReadOnlySpan<char> pattern,
        ReadOnlySpan<char> text,
        SubstitutionBudget budget,
        out bool isTooMuch
    )
    {
        isTooMuch = false;
        var (p, t) = (0, 0);
        var (starPattern, starText) = (-1, -1);
        while (true)
        {
            if (!budget.Take(StepCost))
            {
                isTooMuch = true;
                return null;
            }

            if (p < pattern.Length && pattern[p] == '*')
            {
                (starPattern, starText) = (++p, t);
                continue;
            }

            if (p == pattern.Length && t == text.Length)
            {
                return true;
            }

            var (next, length) = (p, 0);
            if (p < pattern.Length && t < text.Length)
            {
                var step = Step(pattern, p, text, t);
                if (step is null)
                {
                    return null;
                }

                (next, length) = step.Value;
            }

            if (length > 0)
            {
                (p, t) = (next, t + length);
            }
            else if (starPattern >= 0 && starText < text.Length)
            {
                (p, t) = (starPattern, ++starText);
            }
            else
            {
                return false;
            }
        }
    }

    // The place behind one element of the pattern and the number of bytes it took; 0 bytes when it does not fit.
    private static (int Next, int Length)? Step(ReadOnlySpan<char> pattern, int p, ReadOnlySpan<char> text, int t)
    {
        switch (pattern[p])
        {
            case '?':
                return (p + 1, ByteText.RuneAt(text, t).Length);
            case '[':
                return Range(pattern, p + 1, text, t);
            case '\\' when p + 1 == pattern.Length:
                return null;
            case '\\':
                return (p + 2, pattern[p + 1] == text[t] ? 1 : 0);
            default:
                return (p + 1, pattern[p] == text[t] ? 1 : 0);
        }
    }

    private static (int Next, int Length)? Range(ReadOnlySpan<char> pattern, int p, ReadOnlySpan<char> text, int t)
    {
        var (rune, length) = ByteText.RuneAt(text, t);
        var isNegated = p < pattern.Length && pattern[p] == '^';
        p += isNegated ? 1 : 0;
        var isMatch = false;
        for (var count = 0; ; count++)
        {
            if (count > 0 && p < pattern.Length && pattern[p] == ']')
            {
                return (p + 1, isMatch != isNegated ? length : 0);
            }

            if (Bound(pattern, ref p) is not { } low)
            {
                return null;
            }

            var high = low;
            if (pattern[p] == '-')
            {
                p++;
                if (Bound(pattern, ref p) is not { } end)
                {
                    return null;
                }

                high = end;
            }

            isMatch |= low <= rune && rune <= high;
        }
    }

    // One end of a range; something must follow it.
    private static Rune? Bound(ReadOnlySpan<char> pattern, ref int p)
    {
        if (p >= pattern.Length || pattern[p] is '-' or ']')
        {
            return null;
        }

        p += pattern[p] == '\\' ? 1 : 0;
        if (p >= pattern.Length)
        {
            return null;
        }

        var (rune, length) = ByteText.RuneAt(pattern, p);
        p += length;
        return p < pattern.Length ? rune : null;
    }
}
