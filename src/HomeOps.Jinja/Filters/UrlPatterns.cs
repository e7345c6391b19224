using System.Text.RegularExpressions;

namespace HomeOps.Jinja.Filters;

/// <summary>What urlize takes for a link.</summary>
internal static partial class UrlPatterns
{
    private const string Named = @"(?:https?://|www\.)(?:[\w%-]+\.)*(?:[a-z]{2,63}|xn--[\w%]{2,59})";
    private const string Bare = @"(?:[\w%-]{2,63}\.)+(?:com|net|int|edu|gov|org|info|mil)";
    private const string Address =
        @"https?://(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}\])";

    /// <summary>A web address: with scheme or www, a bare domain of the old top levels, or a scheme and an IP address.</summary>
    [GeneratedRegex(
        "^(?:" + Named + "|" + Bare + "|" + Address + @")(?::\d{1,5})?(?:[/?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Web();

    /// <summary>A mail address.</summary>
    [GeneratedRegex(
        @"^\S+@\w[\w.-]*\.\w+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Email();

    /// <summary>What may be given as an extra scheme.</summary>
    [GeneratedRegex(
        @"^[\w.+-]{2,}:/{0,2}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Scheme();
}
