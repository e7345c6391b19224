using HomeOps.Files;

namespace HomeOps.Makejinja;

/// <summary>Paths as options and templates write them.</summary>
internal static class ProjectPath
{
    /// <summary>
    /// A path relative to the working folder; null when it is outside. An absolute path is inside when it begins with the folder's.
    /// </summary>
    public static string? Normalize(FileTree workingFolder, string path)
    {
        if (workingFolder is ReachingTree reaching)
        {
            return reaching.Place(path);
        }

        if (!path.StartsWith('/'))
        {
            return TreePath.Normalize(path);
        }

        return
            workingFolder is DiskTree { Folder: var folder }
            && $"{path}/".StartsWith(folder + "/", StringComparison.Ordinal)
            ? TreePath.Normalize(path[folder.Length..].TrimStart('/'))
            : null;
    }
}
