namespace HomeOps.Flux;

/// <summary>
/// Cuts off the beginning of a value that fits a pattern: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>\</c> for a character itself. Null when that
/// takes more than the budget has.
/// </summary>
internal static class GlobTrim
{
    public static string? Shortest(string value, string pattern, SubstitutionBudget budget)
    {
        for (var length = 1; length <= value.Length; length++)
        {
            if (Glob.Matches(pattern, value.AsSpan(0, length), budget, out var isTooMuch) is not { } isMatch)
            {
                return isTooMuch ? null : value;
            }

            if (isMatch)
            {
                return value[length..];
            }
        }

        return value;
    }

    public static string? Longest(string value, string pattern, SubstitutionBudget budget)
    {
        for (var length = value.Length; length > 0; length--)
        {
            if (Glob.Matches(pattern, value.AsSpan(0, length), budget, out var isTooMuch) is not { } isMatch)
            {
                return isTooMuch ? null : value;
            }

            if (isMatch)
            {
                return value[length..];
            }
        }

        return value;
    }
}
