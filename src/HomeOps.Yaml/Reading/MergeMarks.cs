using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>The lines that git puts around the two sides of a conflict.</summary>
internal static class MergeMarks
{
    private static readonly string[] Marks = ["<<<<<<< ", "=======", ">>>>>>> "];

    /// <summary>The first mark of a text that has all of them in their order; null when it does not.</summary>
    public static Location? Find(SourceText source)
    {
        Location? first = null;
        var next = 0;
        for (var line = 1; line <= source.LineCount && next < Marks.Length; line++)
        {
            if (source.GetLine(line).StartsWith(Marks[next], StringComparison.Ordinal))
            {
                first ??= source.At(source.GetLineSpan(line));
                next++;
            }
        }

        return next == Marks.Length ? first : null;
    }
}
