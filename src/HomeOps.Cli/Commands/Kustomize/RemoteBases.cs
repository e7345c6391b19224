using System.Text;
using HomeOps.Kustomize;

namespace HomeOps.Cli.Commands;

/// <summary>Remote bases of kustomizations: fetched by git and over http, kept in the user's cache folder.</summary>
internal static class RemoteBases
{
    private static readonly TimeSpan GitLimit = TimeSpan.FromMinutes(2);

    // git asks nobody, runs no helper program that a URL could name, and fetches no large files that kustomize would not read.
    private static readonly KeyValuePair<string, string>[] GitVariables =
    [
        new("GIT_TERMINAL_PROMPT", "0"),
        new("GIT_ALLOW_PROTOCOL", "file:http:https:ssh"),
        new("GIT_LFS_SKIP_SMUDGE", "1"),
        new("LC_ALL", "C"),
    ];

    /// <summary>The source that a build may use; null when it may not.</summary>
    public static IRemoteSource? Create(World world, bool isAllowed, bool isOffline) =>
        isAllowed
            ? new RemoteCache(Folder(world), (args, folder) => Git(world, args, folder), world.Downloads.Get, isOffline)
            : null;

    private static string Folder(World world) =>
        CacheFolder.Of(world, "remote-bases") ?? Path.Join("/", ".cache", "homeops", "remote-bases");

    private static (int ExitCode, string Output, string Error) Git(
        World world,
        IReadOnlyList<string> arguments,
        string folder
    )
    {
        var ended = world.Processes.Capture(
            new ProgramCall(["git", .. arguments], folder)
            {
                Variables = [.. GitVariables, .. Ssh(world)],
                Limit = GitLimit,
                GathersErrors = true,
            }
        );
        return (ended.ExitCode, Encoding.UTF8.GetString(ended.Output), ended.Error);
    }

    // ssh must not wait for a password either; what the user set stays.
    private static IEnumerable<KeyValuePair<string, string>> Ssh(World world) =>
        world.Environment.ContainsKey("GIT_SSH_COMMAND") || world.Environment.ContainsKey("GIT_SSH")
            ? []
            : [new("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=20")];
}
