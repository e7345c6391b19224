namespace HomeOps.Makejinja;

/// <summary>Patterns of Python's pathlib and fnmatch: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c>; case matters.</summary>
internal static class PathPattern
{
    /// <summary>
    /// Whether the last components of a path match a pattern (<c>Path.match</c>): a pattern of n components looks at the last n of the
    /// path, <c>**</c> is the same as <c>*</c>.
    /// </summary>
    public static bool MatchesEnd(string path, string pattern)
    {
        var wanted = Components(pattern);
        var parts = path.Split('/');
        if (wanted.Length == 0 || wanted.Length > parts.Length)
        {
            return false;
        }

        for (var i = 1; i <= wanted.Length; i++)
        {
            if (!MatchesName(parts[^i], wanted[^i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a relative path is among what <c>Path.glob</c> finds: <c>**</c> stands for any number of folders.</summary>
    public static bool MatchesGlob(string path, string pattern) => MatchesGlob(path.Split('/'), Components(pattern));

    private static string[] Components(string pattern) =>
        [.. pattern.Split('/').Where(static c => c is not ("" or "."))];

    private static bool MatchesGlob(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (pattern[0] != "**")
        {
            return !path.IsEmpty && MatchesName(path[0], pattern[0]) && MatchesGlob(path[1..], pattern[1..]);
        }

        for (var skipped = 0; skipped <= path.Length; skipped++)
        {
            if (MatchesGlob(path[skipped..], pattern[1..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name matches a pattern of one component.</summary>
    public static bool MatchesName(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        // Where to go on after the last star when what follows it does not match.
        var (n, p, starName, starPattern) = (0, 0, -1, -1);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (starName, starPattern) = (n, ++p);
            }
            else if (p < pattern.Length && MatchesOne(name[n], pattern[p..], out var length))
            {
                n++;
                p += length;
            }
            else if (starPattern >= 0)
            {
                (n, p) = (++starName, starPattern);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }

    private static bool MatchesOne(char character, ReadOnlySpan<char> pattern, out int length)
    {
        length = 1;
        if (pattern[0] != '[')
        {
            return pattern[0] == '?' || pattern[0] == character;
        }

        // A bracket right behind the opening one, or behind the '!', belongs to the set; one that never ends is a plain character.
        var negated = pattern.Length > 1 && pattern[1] == '!';
        var start = negated ? 2 : 1;
        var end = pattern.Length > start + 1 ? pattern[(start + 1)..].IndexOf(']') : -1;
        if (end < 0)
        {
            return character == '[';
        }

        var set = pattern[start..(start + 1 + end)];
        length = start + set.Length + 1;
        return Contains(set, character) != negated;
    }

    private static bool Contains(ReadOnlySpan<char> set, char character)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (character >= set[i] && character <= set[i + 2])
                {
                    return true;
                }

                i += 2;
            }
            else if (set[i] == character)
            {
                return true;
            }
        }

        return false;
    }
}
