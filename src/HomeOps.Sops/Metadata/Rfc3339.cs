using System.Globalization;

namespace HomeOps.Sops.Metadata;

/// <summary>Points in time as Go writes them.</summary>
internal static class Rfc3339
{
    /// <summary>The text of <c>lastmodified</c> as SOPS reads and prints it again: fractions dropped, the zone kept; null when it is none.</summary>
    public static string? Seconds(string text)
    {
        if (Parse(text) is not { } parts)
        {
            return null;
        }

        return parts.Date + parts.Zone;
    }

    /// <summary>The text of a value of type time: zeros at the end of the fraction dropped; null when it is none.</summary>
    public static string? Nanoseconds(string text) =>
        Parse(text) is { } parts
            ? parts.Date + (parts.Fraction.Length > 0 ? "." + parts.Fraction : "") + parts.Zone
            : null;

    /// <summary>Now, in UTC seconds.</summary>
    public static string Now(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static (string Date, string Fraction, string Zone)? Parse(string text)
    {
        const int seconds = 19;
        if (
            text.Length <= seconds
            || !DateTime.TryParseExact(
                text.AsSpan(0, seconds),
                "yyyy-MM-dd'T'HH:mm:ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
        {
            return null;
        }

        var rest = text.AsSpan(seconds);
        var fraction = "";
        if (rest[0] is '.' or ',')
        {
            var end = 1;
            while (end < rest.Length && char.IsAsciiDigit(rest[end]))
            {
                end++;
            }

            if (end == 1)
            {
                return null;
            }

            fraction = rest[1..Math.Min(end, 10)].TrimEnd('0').ToString();
            rest = rest[end..];
        }

        return Zone(rest) is { } zone ? (text[..seconds], fraction, zone) : null;
    }

    private static string? Zone(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "+00:00" or "-00:00")
        {
            return "Z";
        }

        return
            text.Length == 6
            && text[0] is '+' or '-'
            && text[3] == ':'
            && TimeOnly.TryParseExact(text[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text.ToString()
            : null;
    }
}
