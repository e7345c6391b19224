namespace HomeOps.Sops.Tests;

internal static class Lines
{
    /// <summary>The lines of the second text that stand in another form, or not at all, at the same place in the first; trimmed, keys only.</summary>
    public static string[] Changed(string before, string after)
    {
        var a = before.Split('\n');
        var b = after.Split('\n');
        return
        [
            .. b.Where((line, i) => i >= a.Length || a[i] != line).Select(static l => l.Trim().Split(':')[0]),
            .. Enumerable.Repeat("(missing)", Math.Max(0, a.Length - b.Length)),
        ];
    }
}
