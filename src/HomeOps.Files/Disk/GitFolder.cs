namespace HomeOps.Files;

/// <summary>Where git keeps what it knows about a work tree (gitrepository-layout(5)).</summary>
/// <param name="Path">Absolute path of the folder: <c>.git</c>, or the place that a file of this name points to.</param>
/// <param name="Below">Path of the folder that was asked for below the top of the work tree; empty for the top.</param>
public sealed record GitFolder(string Path, string Below)
{
    private const string Name = ".git";
    private const string Pointer = "gitdir:";

    // A pointer is one path; what is longer is another file that happens to have the name.
    private const int LongestPointer = 8192;

    /// <summary>The git folder of a folder: its own, or that of the nearest folder above it. Null outside of a work tree.</summary>
    /// <param name="folder">Absolute path.</param>
    public static GitFolder? Of(string folder)
    {
        var start = RealPath.Of(folder) ?? folder;
        for (var top = start; top is not null; top = System.IO.Path.GetDirectoryName(top))
        {
            var found = System.IO.Path.Join(top, Name);
            if (System.IO.Path.Exists(found))
            {
                var below = System.IO.Path.GetRelativePath(top, start);
                return Target(found, top) is { } path ? new GitFolder(path, below == "." ? "" : below) : null;
            }
        }

        return null;
    }

    // A linked work tree and a submodule have a file: "gitdir: <path>", relative to the folder it stands in.
    private static string? Target(string found, string top)
    {
        try
        {
            if (Directory.Exists(found))
            {
                return IsGitFolder(found) ? found : null;
            }

            if (new FileInfo(found).Length > LongestPointer)
            {
                return null;
            }

            var text = File.ReadAllText(found);
            if (!text.StartsWith(Pointer, StringComparison.Ordinal))
            {
                return null;
            }

            var target = System.IO.Path.GetFullPath(text[Pointer.Length..].Trim(), top);
            return IsGitFolder(target) ? target : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsGitFolder(string path) => File.Exists(System.IO.Path.Join(path, "HEAD"));
}
