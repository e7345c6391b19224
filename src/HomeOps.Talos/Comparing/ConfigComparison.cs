using System.Text;
using HomeOps.Files;
using HomeOps.Talos.Comparing;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>Compares what was generated with what is on disk.</summary>
public static class ConfigComparison
{
    /// <summary>The files that differ, in the order in which they were made. No secret is in what it says.</summary>
    /// <param name="result">What was generated.</param>
    /// <param name="disk">The tree it was generated from.</param>
    public static IReadOnlyList<ConfigDifference> Between(GenConfigResult result, FileTree disk)
    {
        var mask = new ConfigMask(result.Hidden);
        var differences = new List<ConfigDifference>();
        foreach (var file in result.Files)
        {
            if (disk.TryRead(file.Path) is not { } bytes)
            {
                differences.Add(new ConfigDifference(file.Path, ConfigDifferenceKind.Created, []));
            }
            else if (!bytes.AsSpan().SequenceEqual(file.Content))
            {
                var lines = Lines(Encoding.UTF8.GetString(bytes), file.Text, mask);
                differences.Add(new ConfigDifference(file.Path, ConfigDifferenceKind.Changed, lines));
            }
        }

        return differences;
    }

    private static List<string> Lines(string before, string after, ConfigMask mask)
    {
        var lines = new List<string>();
        var (old, now) = mask.Lines(before, after);
        foreach (var hunk in LineDifference.Between(before.Split('\n'), after.Split('\n')))
        {
            lines.Add(hunk.Header);
            lines.AddRange(
                hunk.Lines.Select(l =>
                    l.Kind switch
                    {
                        LineKind.Equal => " " + now[l.After],
                        LineKind.Removed => "-" + old[l.Before],
                        _ => "+" + now[l.After],
                    }
                )
            );
        }

        return lines;
    }
}
