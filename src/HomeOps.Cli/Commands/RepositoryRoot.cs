namespace HomeOps.Cli.Commands;

/// <summary>The folder outside of which a command reads nothing.</summary>
internal static class RepositoryRoot
{
    /// <summary>The Git repository of a folder; without one, the working folder or the folder itself, whichever holds the other.</summary>
    public static string Of(World world, string folder)
    {
        for (var top = folder; top is not null; top = Path.GetDirectoryName(top))
        {
            if (Path.Exists(Path.Join(top, ".git")))
            {
                return top;
            }
        }

        return $"{folder}/".StartsWith($"{world.WorkingFolder.TrimEnd('/')}/", StringComparison.Ordinal)
            ? world.WorkingFolder
            : folder;
    }

    /// <summary>How a root is called in messages, so that the paths below it lead there from the working folder.</summary>
    public static string Shown(World world, string root) =>
        Path.GetRelativePath(world.WorkingFolder, root) is var shown && shown == "." ? "" : shown;
}
