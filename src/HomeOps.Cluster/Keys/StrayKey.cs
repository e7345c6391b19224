namespace HomeOps.Cluster;

/// <summary>
/// A key file outside the repository that the sops command uses too: what it encrypts or opens on this machine says little about other
/// machines then.
/// </summary>
internal static class StrayKey
{
    /// <summary>Its path; null when there is none. sops looks at SOPS_AGE_KEY_FILE and at keys.txt in the person's configuration folder.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="repository">Absolute path of the repository, whose own key is no stray one.</param>
    public static string? Find(IReadOnlyDictionary<string, string> environment, string repository)
    {
        if (
            environment.GetValueOrDefault("SOPS_AGE_KEY_FILE") is { Length: > 0 } named
            && Path.IsPathFullyQualified(named)
            && File.Exists(named)
            && !string.Equals(Path.GetFullPath(named), Path.Join(repository, AgeKey.FileName), StringComparison.Ordinal)
        )
        {
            return named;
        }

        return
            ConfigurationFolder(environment) is { } folder
            && Path.Join(folder, "sops/age/keys.txt") is var path
            && File.Exists(path)
            ? path
            : null;
    }

    private static string? ConfigurationFolder(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("XDG_CONFIG_HOME") is { Length: > 0 } folder ? folder
        : environment.GetValueOrDefault("HOME") is { Length: > 0 } home ? Path.Join(home, ".config")
        : null;
}
