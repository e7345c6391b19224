using System.Text;

namespace HomeOps.Testing;

/// <summary>A short line-by-line difference for failure messages.</summary>
public static class LineDifference
{
    private const int MaxLines = 40;

    /// <summary>The lines in which two texts differ, first 40; equal beginnings and ends are left out.</summary>
    public static string Between(string expected, string actual)
    {
        var a = expected.Split('\n');
        var b = actual.Split('\n');
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
        {
            endA--;
            endB--;
        }

        var text = new StringBuilder();
        text.Append("@@ line ").Append(start + 1).Append('\n');
        Append(text, '-', a[start..endA]);
        Append(text, '+', b[start..endB]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, char sign, string[] lines)
    {
        foreach (var line in lines.Take(MaxLines))
        {
            text.Append(sign).Append(line.Replace("\r", "\\r", StringComparison.Ordinal)).Append('\n');
        }

        if (lines.Length > MaxLines)
        {
            text.Append(sign).Append("… ").Append(lines.Length - MaxLines).Append(" more\n");
        }
    }
}
