namespace HomeOps.Makejinja;

/// <summary>Python's idea of white space.</summary>
internal static class TextBlank
{
    /// <summary>Whether <c>text.strip()</c> leaves nothing.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var character in text)
        {
            // Python counts the four separators of ASCII as white space, .NET does not.
            if (!char.IsWhiteSpace(character) && character is not (>= '\u001c' and <= '\u001f'))
            {
                return false;
            }
        }

        return true;
    }
}
