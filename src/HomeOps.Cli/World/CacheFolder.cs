namespace HomeOps.Cli;

/// <summary>Where programs keep what they can make again (XDG Base Directory Specification).</summary>
internal static class CacheFolder
{
    /// <summary>Absolute path of one of the program's cache folders, which need not exist; null when the user has none.</summary>
    /// <param name="world">The world.</param>
    /// <param name="name">Its name.</param>
    public static string? Of(World world, string name)
    {
        // The specification ignores relative paths.
        var cache = world.Environment.GetValueOrDefault("XDG_CACHE_HOME", "");
        var home = world.Environment.GetValueOrDefault("HOME", "");
        return Path.IsPathFullyQualified(cache) ? Path.Join(cache, "homeops", name)
            : Path.IsPathFullyQualified(home) ? Path.Join(home, ".cache", "homeops", name)
            : null;
    }
}
