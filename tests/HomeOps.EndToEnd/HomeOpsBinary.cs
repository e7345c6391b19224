namespace HomeOps.EndToEnd;

/// <summary>
/// Runs the program under test: the published binary that HOMEOPS_BINARY names, else the one this build made.
/// </summary>
internal static class HomeOpsBinary
{
    public static string Path { get; } = Find();

    /// <summary>Runs homeops in a folder and waits for its end.</summary>
    public static Outcome Run(string folder, params string[] args) => Run(folder, input: null, args);

    /// <summary>Runs homeops in a folder with bytes on its standard input.</summary>
    public static Outcome Run(
        string folder,
        byte[]? input,
        string[] args,
        IReadOnlyDictionary<string, string>? environment = null
    ) => Program.Run(Path, folder, args, input, environment);

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("HOMEOPS_BINARY") is { Length: > 0 } named)
        {
            return System.IO.Path.GetFullPath(named, Repository.Root);
        }

        var configuration = AppContext.BaseDirectory.TrimEnd('/').Split('/')[^1];
        return System.IO.Path.Join(Repository.Root, "artifacts", "bin", "HomeOps.Cli", configuration, "homeops");
    }
}
