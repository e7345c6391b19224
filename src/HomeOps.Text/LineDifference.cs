namespace HomeOps.Text;

/// <summary>Which lines differ between two texts, as <c>diff -u</c> groups them.</summary>
public static class LineDifference
{
    // Past this many differing lines the shortest difference is not looked for: one text takes the place of the other.
    private const int MostSteps = 2000;

    /// <summary>The groups of differing lines with equal lines around them; empty when the texts are equal.</summary>
    /// <param name="before">The lines of the old text.</param>
    /// <param name="after">The lines of the new text.</param>
    /// <param name="context">How many equal lines stand around a difference.</param>
    public static IReadOnlyList<LineHunk> Between(
        IReadOnlyList<string> before,
        IReadOnlyList<string> after,
        int context = 3
    )
    {
        var edits = Edits(before, after);
        var hunks = new List<LineHunk>();
        var at = 0;
        while ((at = edits.FindIndex(at, static e => e.Kind != LineKind.Equal)) >= 0)
        {
            var start = Math.Max(at - context, 0);
            var end = at;
            for (var i = at; i < edits.Count && i <= end + (2 * context); i++)
            {
                end = edits[i].Kind == LineKind.Equal ? end : i;
            }

            end = Math.Min(end + context, edits.Count - 1);
            hunks.Add(new LineHunk(edits.GetRange(start, end - start + 1)));
            at = end + 1;
        }

        return hunks;
    }

    private static List<LineEdit> Edits(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var (oldEnd, newEnd) = (before.Count, after.Count);
        while (oldEnd > start && newEnd > start && before[oldEnd - 1] == after[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        var edits = new List<LineEdit>();
        for (var i = 0; i < start; i++)
        {
            edits.Add(new LineEdit(LineKind.Equal, i, i));
        }

        edits.AddRange(Middle(before, after, start, oldEnd, newEnd));
        for (var i = 0; oldEnd + i < before.Count; i++)
        {
            edits.Add(new LineEdit(LineKind.Equal, oldEnd + i, newEnd + i));
        }

        return edits;
    }

    // The shortest edit script (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
    private static List<LineEdit> Middle(
        IReadOnlyList<string> before,
        IReadOnlyList<string> after,
        int start,
        int oldEnd,
        int newEnd
    )
    {
        var (olds, news) = (oldEnd - start, newEnd - start);
        var most = Math.Min(olds + news, MostSteps);
        var reached = new int[(2 * most) + 3];
        var middle = most + 1;
        var trace = new List<int[]>();
        for (var steps = 0; steps <= most; steps++)
        {
            trace.Add((int[])reached.Clone());
            for (var diagonal = -steps; diagonal <= steps; diagonal += 2)
            {
                var x = IsDown(reached, middle, diagonal, steps)
                    ? reached[middle + diagonal + 1]
                    : reached[middle + diagonal - 1] + 1;
                while (x < olds && x - diagonal < news && before[start + x] == after[start + x - diagonal])
                {
                    x++;
                }

                reached[middle + diagonal] = x;
                if (x >= olds && x - diagonal >= news)
                {
                    return Back(trace, middle, start, olds, news);
                }
            }
        }

        return
        [
            .. Enumerable.Range(start, olds).Select(static i => new LineEdit(LineKind.Removed, i, -1)),
            .. Enumerable.Range(start, news).Select(static i => new LineEdit(LineKind.Added, -1, i)),
        ];
    }

    private static List<LineEdit> Back(List<int[]> trace, int middle, int start, int olds, int news)
    {
        var edits = new List<LineEdit>();
        var (x, y) = (olds, news);
        for (var steps = trace.Count - 1; steps >= 0; steps--)
        {
            var reached = trace[steps];
            var diagonal = x - y;
            var isDown = IsDown(reached, middle, diagonal, steps);
            var from = isDown ? diagonal + 1 : diagonal - 1;
            var fromX = reached[middle + from];
            var fromY = fromX - from;
            while (x > Math.Max(fromX, 0) && y > Math.Max(fromY, 0))
            {
                (x, y) = (x - 1, y - 1);
                edits.Add(new LineEdit(LineKind.Equal, start + x, start + y));
            }

            if (steps > 0)
            {
                edits.Add(
                    isDown
                        ? new LineEdit(LineKind.Added, -1, start + fromY)
                        : new LineEdit(LineKind.Removed, start + fromX, -1)
                );
                (x, y) = (fromX, fromY);
            }
        }

        edits.Reverse();
        return edits;
    }

    private static bool IsDown(int[] reached, int middle, int diagonal, int steps) =>
        diagonal == -steps || (diagonal != steps && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
}

/// <summary>Whether a line is in both texts.</summary>
public enum LineKind
{
    /// <summary>In both.</summary>
    Equal,

    /// <summary>In the old text only.</summary>
    Removed,

    /// <summary>In the new text only.</summary>
    Added,
}

/// <summary>One line of a difference.</summary>
/// <param name="Kind">In which text it is.</param>
/// <param name="Before">Its place in the old text, from 0; -1 when it is not in it.</param>
/// <param name="After">Its place in the new text, from 0; -1 when it is not in it.</param>
public readonly record struct LineEdit(LineKind Kind, int Before, int After);

/// <summary>Differing lines that are near each other, and the equal lines around them.</summary>
/// <param name="Lines">The lines in order.</param>
public sealed record LineHunk(IReadOnlyList<LineEdit> Lines)
{
    /// <summary><c>@@ -1,3 +1,4 @@</c>.</summary>
    public string Header
    {
        get
        {
            var olds = Lines.Count(static l => l.Kind != LineKind.Added);
            var news = Lines.Count(static l => l.Kind != LineKind.Removed);
            var (old, now) = (First(static l => l.Before), First(static l => l.After));
            return string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"@@ -{old},{olds} +{now},{news} @@"
            );
        }
    }

    // Counted from 1; 0 for the beginning of an empty text.
    private int First(Func<LineEdit, int> place) => Lines.Select(place).FirstOrDefault(static p => p >= 0, -1) + 1;
}
