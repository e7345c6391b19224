using HomeOps.Age;

namespace HomeOps.Cli;

/// <summary>
/// Everything outside the program that a command may touch. <see cref="RealWorld"/> makes the real one; a test makes its own and
/// runs commands in process.
/// </summary>
/// <param name="Terminal">Where results, findings and questions go.</param>
/// <param name="WorkingFolder">Absolute path of the working folder; empty when it was deleted.</param>
/// <param name="Environment">The environment variables.</param>
/// <param name="Clock">The time.</param>
/// <param name="Random">Fills a buffer with cryptographically strong randomness.</param>
/// <param name="Processes">Starts other programs.</param>
/// <param name="Connect">Opens a connection to a port of a host, with a time-out; an <see cref="IOException"/> when there is none.</param>
internal sealed record World(
    Terminal Terminal,
    string WorkingFolder,
    IReadOnlyDictionary<string, string> Environment,
    TimeProvider Clock,
    RandomFill Random,
    IProcesses Processes,
    Func<string, int, Stream> Connect
)
{
    /// <summary>Gets files from other machines.</summary>
    public IDownloads Downloads { get; init; } = new NoDownloads();

    /// <summary>A text that differs when the program does; empty when that cannot be told.</summary>
    public string Program { get; init; } = "";

    /// <summary>The absolute path of something the user named.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, WorkingFolder);
}
