using System.Text.RegularExpressions;

namespace HomeOps.Flux;

/// <summary>Tells names of container images from other texts.</summary>
internal static partial class ImageName
{
    /// <param name="text">The text.</param>
    /// <param name="isExpected">Whether an image stands at this place: then neither a path nor a version is needed.</param>
    public static bool IsImage(string text, bool isExpected)
    {
        if (text.Length is < 3 or > 512 || text.Contains("${", StringComparison.Ordinal))
        {
            return false;
        }

        if (text.Length > MaxLength || Pattern().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var hasVersion = match.Groups["tag"].Success || match.Groups["digest"].Success;
        return isExpected
            ? hasVersion || text.Contains('/', StringComparison.Ordinal)
            : hasVersion && text.Contains('/', StringComparison.Ordinal);
    }

    // Longer than any registry takes; it also keeps the pattern quick, whose limit is in milliseconds.
    private const int MaxLength = 512;
    private const int MatchTimeout = 1000;

    [GeneratedRegex(
        @"^(?:[a-zA-Z0-9][a-zA-Z0-9.-]*(?::[0-9]+)?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?<tag>:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?(?<digest>@sha256:[0-9a-f]{64})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeout
    )]
    private static partial Regex Pattern();
}
