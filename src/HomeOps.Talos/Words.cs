namespace HomeOps.Talos;

/// <summary>Lists of words in sentences.</summary>
internal static class Words
{
    /// <summary>"a, b or c".</summary>
    public static string Choice(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
