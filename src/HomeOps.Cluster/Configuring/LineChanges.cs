namespace HomeOps.Cluster;

/// <summary>How many lines a change of a text adds and removes, as <c>git diff --numstat</c> counts them.</summary>
/// <param name="Added">Lines that are new.</param>
/// <param name="Removed">Lines that are gone.</param>
public readonly record struct LineChanges(int Added, int Removed)
{
    // Past this many differing lines the exact number tells nobody more than an upper bound does.
    private const int MostSteps = 2000;

    /// <summary>Compares two texts.</summary>
    public static LineChanges Between(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var same = 0;
        while (same < old.Count && same < now.Count && Equal(old[same], now[same]))
        {
            same++;
        }

        var (oldEnd, nowEnd) = (old.Count, now.Count);
        while (oldEnd > same && nowEnd > same && Equal(old[oldEnd - 1], now[nowEnd - 1]))
        {
            (oldEnd, nowEnd) = (oldEnd - 1, nowEnd - 1);
        }

        var (removable, addable) = (oldEnd - same, nowEnd - same);
        var steps = Steps(old.GetRange(same, removable), now.GetRange(same, addable));
        return new LineChanges((steps - removable + addable) / 2, (steps + removable - addable) / 2);
    }

    // The length of the shortest edit script (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
    private static int Steps(List<byte[]> old, List<byte[]> now)
    {
        var most = old.Count + now.Count;
        var reached = new int[(2 * Math.Min(most, MostSteps)) + 3];
        var middle = reached.Length / 2;
        for (var steps = 0; steps <= Math.Min(most, MostSteps); steps++)
        {
            for (var diagonal = -steps; diagonal <= steps; diagonal += 2)
            {
                var isDown =
                    diagonal == -steps
                    || (diagonal != steps && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
                var x = isDown ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1;
                while (x < old.Count && x - diagonal < now.Count && Equal(old[x], now[x - diagonal]))
                {
                    x++;
                }

                reached[middle + diagonal] = x;
                if (x >= old.Count && x - diagonal >= now.Count)
                {
                    return steps;
                }
            }
        }

        return most;
    }

    private static List<byte[]> Lines(ReadOnlySpan<byte> text)
    {
        var lines = new List<byte[]>();
        while (!text.IsEmpty)
        {
            var length = text.IndexOf((byte)'\n') is var newline and >= 0 ? newline + 1 : text.Length;
            lines.Add(text[..length].ToArray());
            text = text[length..];
        }

        return lines;
    }

    private static bool Equal(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);
}
