namespace HomeOps.Cli.Commands;

/// <summary>Where the folder that Flux applies first usually is (docs/flux.md, Where discovery begins).</summary>
internal static class EntryFolder
{
    private const string Clusters = "clusters";
    private static readonly string[] Usual = ["kubernetes/flux/cluster", "flux/cluster"];

    /// <summary>The usual folder that exists, relative to the root: one of fixed names, or the only one of <c>clusters</c>; null for none.</summary>
    public static string? Find(string root)
    {
        if (Array.Find(Usual, folder => Directory.Exists(Path.Join(root, folder))) is { } usual)
        {
            return usual;
        }

        var clusters = Path.Join(root, Clusters);
        return Directory.Exists(clusters) && Directory.GetDirectories(clusters) is [var only]
            ? $"{Clusters}/{Path.GetFileName(only)}"
            : null;
    }
}
