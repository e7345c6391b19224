namespace HomeOps.Flux;

/// <summary>Lengths of time as Flux's API takes them: one or more numbers, each with a unit of ms, s, m or h.</summary>
internal static class DurationText
{
    private static readonly string[] Units = ["ms", "s", "m", "h"];

    public static bool IsDuration(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!SkipDigits(text, ref at))
            {
                return false;
            }

            if (at < text.Length && text[at] == '.')
            {
                at++;
                if (!SkipDigits(text, ref at))
                {
                    return false;
                }
            }

            var unit = Array.Find(Units, u => string.CompareOrdinal(text, at, u, 0, u.Length) == 0);
            if (unit is null)
            {
                return false;
            }

            at += unit.Length;
        }

        return text.Length > 0;
    }

    private static bool SkipDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start;
    }
}
