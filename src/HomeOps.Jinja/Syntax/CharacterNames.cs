namespace HomeOps.Jinja.Syntax;

/// <summary>The Unicode names that <c>\N{...}</c> knows: letters of the Latin alphabet and common typographic signs.</summary>
internal static class CharacterNames
{
    /// <summary>The character of that name, in any case; null when it is not known.</summary>
    public static string? Find(string name)
    {
        var upper = name.ToUpperInvariant();
        const string Small = "LATIN SMALL LETTER ";
        const string Capital = "LATIN CAPITAL LETTER ";
        if (upper.Length == Small.Length + 1 && upper.StartsWith(Small, StringComparison.Ordinal))
        {
            return char.ToLowerInvariant(upper[^1]).ToString();
        }

        if (upper.Length == Capital.Length + 1 && upper.StartsWith(Capital, StringComparison.Ordinal))
        {
            return upper[^1].ToString();
        }

        return upper switch
        {
            "SPACE" => " ",
            "NO-BREAK SPACE" => "\u00a0",
            "COPYRIGHT SIGN" => "\u00a9",
            "REGISTERED SIGN" => "\u00ae",
            "DEGREE SIGN" => "\u00b0",
            "SECTION SIGN" => "\u00a7",
            "LEFT CURLY BRACKET" => "{",
            "RIGHT CURLY BRACKET" => "}",
            "NUMBER SIGN" => "#",
            "EN DASH" => "\u2013",
            "EM DASH" => "\u2014",
            "BULLET" => "\u2022",
            "HORIZONTAL ELLIPSIS" => "\u2026",
            "EURO SIGN" => "\u20ac",
            "TRADE MARK SIGN" => "\u2122",
            "LEFTWARDS ARROW" => "\u2190",
            "UPWARDS ARROW" => "\u2191",
            "RIGHTWARDS ARROW" => "\u2192",
            "DOWNWARDS ARROW" => "\u2193",
            "CHECK MARK" => "\u2713",
            "SNOWMAN" => "\u2603",
            "GREEK SMALL LETTER ALPHA" => "\u03b1",
            "GREEK SMALL LETTER PI" => "\u03c0",
            "GREEK CAPITAL LETTER OMEGA" => "\u03a9",
            _ => null,
        };
    }
}
