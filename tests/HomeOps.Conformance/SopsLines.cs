namespace HomeOps.Conformance;

/// <summary>How much of a file an operation left alone.</summary>
internal static class SopsLines
{
    /// <summary>The number of lines of one text that are in the other too, each counted once.</summary>
    public static int Kept(string before, string after)
    {
        var left = after.Split('\n').GroupBy(static l => l).ToDictionary(static g => g.Key, static g => g.Count());
        var kept = 0;
        foreach (var line in before.Split('\n'))
        {
            if (left.TryGetValue(line, out var count) && count > 0)
            {
                left[line] = count - 1;
                kept++;
            }
        }

        return kept;
    }
}
