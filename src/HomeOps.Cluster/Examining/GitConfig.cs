using System.Text;
using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>
/// The settings of git that a repository sees: the person's own, then the repository's, which win (git-config(1), FILES). Included
/// files are not followed.
/// </summary>
internal sealed class GitConfig
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last value of <c>section.key</c> or <c>section.subsection.key</c>; null when there is none.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    public static GitConfig Read(DoctorRequest request, DiskTree tree)
    {
        var config = new GitConfig();
        var folder = request.Environment.GetValueOrDefault("XDG_CONFIG_HOME") is { Length: > 0 } named
            ? named
            : Path.Join(request.Home, ".config");
        if (Path.IsPathFullyQualified(folder))
        {
            config.Add(FileChecks.TryRead(new DiskTree(folder), "git/config"));
        }

        if (request.Home is { } home && Path.IsPathFullyQualified(home))
        {
            config.Add(FileChecks.TryRead(new DiskTree(home), ".gitconfig"));
        }

        config.Add(FileChecks.TryRead(tree, ".git/config"));
        return config;
    }

    private void Add(byte[]? file)
    {
        var section = "";
        foreach (var raw in Encoding.UTF8.GetString(file ?? []).Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('[') && line.IndexOf(']') is var end and > 0)
            {
                section = Section(line[1..end]);
            }
            else if (line.Length > 0 && line[0] is not ('#' or ';') && line.IndexOf('=') is var equals and > 0)
            {
                values[$"{section}.{line[..equals].TrimEnd()}"] = line[(equals + 1)..].Trim().Trim('"');
            }
        }
    }

    // [remote "origin"] is remote.origin.
    private static string Section(string header) =>
        header.IndexOf('"') is var quote and > 0
            ? $"{header[..quote].TrimEnd()}.{header[(quote + 1)..].TrimEnd('"')}"
            : header.Trim();
}
