namespace HomeOps.Flux;

/// <summary>The text that stands for a value nobody may or can see.</summary>
internal static class Placeholder
{
    // A label of DNS is no longer.
    private const int MaxLength = 63;

    public static string Of(string key, PlaceholderStyle style)
    {
        if (style == PlaceholderStyle.Marked)
        {
            return $"..PLACEHOLDER_{key}..";
        }

        var text = $"placeholder-{key}".ToLowerInvariant().ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = char.IsAsciiLetterOrDigit(text[i]) ? text[i] : '-';
        }

        return new string(text, 0, Math.Min(text.Length, MaxLength)).TrimEnd('-');
    }
}
