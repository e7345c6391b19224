namespace HomeOps.Files;

/// <summary>
/// Follows symbolic links part by part, as <c>realpath</c> does. The runtime's own link resolution looks at the last part only, so a
/// link that leads through another link would go unnoticed.
/// </summary>
internal static class RealPath
{
    // The number of links Linux follows before it gives up with ELOOP.
    private const int MaxLinks = 40;

    /// <summary>The absolute path without links; parts that do not exist are kept as they are. Null for a loop of links.</summary>
    public static string? Of(string absolute) => Follow(string.Empty, absolute);

    /// <summary>
    /// The real path of something below a folder, relative to that folder. Null when it ends up outside, or in a loop of links.
    /// </summary>
    /// <param name="realFolder">The folder's own real path.</param>
    /// <param name="path">A normalized relative path.</param>
    public static string? Below(string realFolder, string path)
    {
        var start = realFolder == "/" ? string.Empty : realFolder;
        var real = Follow(start, path);
        return real is null ? null
            : real.Length == realFolder.Length && real == realFolder ? string.Empty
            : real.StartsWith(start + "/", StringComparison.Ordinal) ? real[(start.Length + 1)..]
            : null;
    }

    private static string? Follow(string start, string path)
    {
        var current = start;
        var links = 0;
        var pending = new Stack<string>();
        Push(pending, path);
        while (pending.TryPop(out var part))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == "..")
            {
                current = current[..Math.Max(0, current.LastIndexOf('/'))];
                continue;
            }

            var next = $"{current}/{part}";
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            current = target.StartsWith('/') ? string.Empty : current;
            Push(pending, target);
        }

        return current.Length == 0 ? "/" : current;
    }

    private static void Push(Stack<string> pending, string path)
    {
        var parts = path.Split('/');
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            pending.Push(parts[i]);
        }
    }
}
