namespace HomeOps.Cli;

/// <summary>flux-local takes <c>--log-level</c> before its command; homeops's commands have it, without effect, behind their name.</summary>
internal static class PeerOrder
{
    private const string Flag = "--log-level";

    /// <summary>The same words with that flag at the end; as they are where another command stands behind it.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words)
    {
        var taken =
            words.Count > 0 && words[0] == Flag ? 2
            : words.Count > 0 && words[0].StartsWith(Flag + "=", StringComparison.Ordinal) ? 1
            : 0;
        return taken > 0 && words.ElementAtOrDefault(taken) is "get" or "build" or "test" or "diff"
            ? [.. words.Skip(taken), .. words.Take(taken)]
            : words;
    }
}
