namespace HomeOps.Kustomize;

/// <summary>Splits paths of field specs and of replacements.</summary>
internal static class PathSplitter
{
    /// <summary>The parts between delimiters; a delimiter behind <c>\</c> belongs to its part.</summary>
    public static string[] Split(string path, char delimiter)
    {
        if (path.Contains('\\', StringComparison.Ordinal))
        {
            return SplitEscaped(path, delimiter);
        }

        var parts = path.Split(delimiter);
        return parts.Length > 1 && parts[0].Length == 0 ? parts[1..] : parts;
    }

    /// <summary>
    /// Like <see cref="Split"/>, but what stands in brackets stays one part: <c>[a.b/c]</c> is the key <c>a.b/c</c>,
    /// <c>[name=a.b]</c> selects items of a list.
    /// </summary>
    public static List<string> SplitBrackets(string path)
    {
        var result = new List<string>();
        var parts = Split(path, '.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].StartsWith('[') || parts[i].EndsWith(']'))
            {
                result.Add(parts[i]);
                continue;
            }

            var bracketed = parts[i];
            while (i < parts.Length - 1)
            {
                i++;
                bracketed += "." + parts[i];
                if (parts[i].EndsWith(']'))
                {
                    break;
                }
            }

            result.Add(bracketed.Contains('=', StringComparison.Ordinal) ? bracketed : bracketed.Trim('[', ']'));
        }

        return result;
    }

    private static string[] SplitEscaped(string path, char delimiter)
    {
        var parts = path.Split(delimiter).AsSpan();
        if (parts.Length > 1 && parts[0].Length == 0)
        {
            parts = parts[1..];
        }

        var result = new List<string> { parts[0] };
        foreach (var part in parts[1..])
        {
            if (result[^1].EndsWith('\\'))
            {
                result[^1] = string.Concat(result[^1].AsSpan(0, result[^1].Length - 1), [delimiter], part);
            }
            else
            {
                result.Add(part);
            }
        }

        return [.. result];
    }
}
