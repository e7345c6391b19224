namespace HomeOps.Flux;

/// <summary>Cuts off the beginning of a value that fits a pattern: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>\</c> for a character itself.</summary>
internal static class GlobTrim
{
    public static string Shortest(string value, string pattern)
    {
        for (var length = 1; length <= value.Length; length++)
        {
            if (Glob.Matches(pattern, value[..length]) is not { } isMatch)
            {
                return value;
            }

            if (isMatch)
            {
                return value[length..];
            }
        }

        return value;
    }

    public static string Longest(string value, string pattern)
    {
        for (var length = value.Length; length > 0; length--)
        {
            if (Glob.Matches(pattern, value[..length]) is not { } isMatch)
            {
                return value;
            }

            if (isMatch)
            {
                return value[length..];
            }
        }

        return value;
    }
}
