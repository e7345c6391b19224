namespace HomeOps.Text;

/// <summary>The form that the sentences of findings have.</summary>
public static class Wording
{
    /// <summary>What a library says, without its capital at the beginning and its full stop at the end. Abbreviations keep their capitals.</summary>
    public static string OfLibrary(string message)
    {
        var text = message.TrimEnd('.');
        return text is [var first, var second, ..] && char.IsUpper(first) && !char.IsUpper(second)
            ? char.ToLowerInvariant(first) + text[1..]
            : text;
    }
}
