using System.Text;
using System.Text.RegularExpressions;

namespace HomeOps.Flux;

/// <summary>The patterns of a .krmignore: what .gitignore allows. The last pattern that matches decides.</summary>
public sealed class IgnorePatterns
{
    private readonly List<(Regex Pattern, bool IsFolderOnly, bool Keeps)> rules = [];

    /// <summary>Reads patterns, one a line.</summary>
    public IgnorePatterns(string text)
    {
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r').TrimEnd();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var keeps = line[0] == '!';
            line = keeps ? line[1..] : line;
            var isFolderOnly = line.EndsWith('/');
            rules.Add((Compile(line.TrimEnd('/')), isFolderOnly, keeps));
        }
    }

    /// <summary>Whether a path, or a folder above it, is to be passed over.</summary>
    /// <param name="path">The path below the root, without leading slash.</param>
    /// <param name="isFolder">Whether a folder stands there.</param>
    public bool Matches(string path, bool isFolder)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (MatchesItself(path[..slash], isFolder: true))
            {
                return true;
            }
        }

        return MatchesItself(path, isFolder);
    }

    private bool MatchesItself(string path, bool isFolder)
    {
        for (var i = rules.Count - 1; i >= 0; i--)
        {
            var (pattern, isFolderOnly, keeps) = rules[i];
            if ((isFolder || !isFolderOnly) && pattern.IsMatch(path))
            {
                return !keeps;
            }
        }

        return false;
    }

    // A pattern with a slash before its end is anchored at the root; any other matches at every depth.
    private static Regex Compile(string pattern)
    {
        var isAnchored = pattern.Contains('/', StringComparison.Ordinal);
        pattern = pattern.TrimStart('/');
        var text = new StringBuilder(isAnchored ? "^" : "^(?:.*/)?");
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest.StartsWith("**/"))
            {
                text.Append("(?:.*/)?");
                i += 2;
            }
            else if (rest.StartsWith("**"))
            {
                text.Append(".*");
                i++;
            }
            else
            {
                i = AppendOne(text, pattern, i);
            }
        }

        return new Regex(text.Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    private static int AppendOne(StringBuilder text, string pattern, int i)
    {
        switch (pattern[i])
        {
            case '*':
                text.Append("[^/]*");
                return i;
            case '?':
                text.Append("[^/]");
                return i;
            case '[' when pattern.IndexOf(']', i + 1) is var end and > 0:
                var set = pattern[(i + 1)..end].Replace("\\", "\\\\", StringComparison.Ordinal);
                text.Append('[').Append(set.StartsWith('!') ? "^" + set[1..] : set).Append(']');
                return end;
            case '\\' when i + 1 < pattern.Length:
                text.Append(Regex.Escape(pattern[i + 1].ToString()));
                return i + 1;
            default:
                text.Append(Regex.Escape(pattern[i].ToString()));
                return i;
        }
    }
}
