namespace HomeOps.Makejinja;

/// <summary>A light look into the source of a Python plugin, which is never run.</summary>
internal static class PythonSource
{
    /// <summary>The names of the functions and methods that a source defines.</summary>
    public static IEnumerable<string> Functions(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var rest = line.AsSpan().TrimStart();
            if (rest.StartsWith("async "))
            {
                rest = rest[6..].TrimStart();
            }

            if (!rest.StartsWith("def "))
            {
                continue;
            }

            rest = rest[4..].TrimStart();
            var end = rest.IndexOfAny('(', ' ', '[');
            if (end > 0)
            {
                yield return rest[..end].ToString();
            }
        }
    }
}
