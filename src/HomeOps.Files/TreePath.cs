namespace HomeOps.Files;

/// <summary>Arithmetic on paths inside a <see cref="FileTree"/>.</summary>
public static class TreePath
{
    /// <summary>
    /// The same path without empty, <c>.</c> and <c>..</c> parts. Null when it is absolute or climbs above the root.
    /// </summary>
    public static string? Normalize(string path)
    {
        if (path.StartsWith('/') || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>Joins a folder and a path below it; either may be empty.</summary>
    public static string Join(string folder, string path) =>
        folder.Length == 0 ? path
        : path.Length == 0 ? folder
        : $"{folder}/{path}";

    /// <summary>The folder part of a path; empty for a path of one part.</summary>
    public static string Folder(string path) =>
        path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : string.Empty;

    /// <summary>The last part of a path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
