using System.Text;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary>What the secrets commands ask git.</summary>
internal sealed class SecretsGit(World world)
{
    /// <summary>Whether a folder is in a Git repository.</summary>
    public static bool Covers(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Join(folder, ".git")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Files that are tracked or would be: paths relative to the folder.</summary>
    public IReadOnlyList<string> Files(string folder) =>
        Paths(Ask(folder, "ls-files", "--cached", "--others", "--exclude-standard", "-z"));

    /// <summary>Files of the next commit that are new or changed: paths relative to the top of the repository.</summary>
    public IReadOnlyList<string> Staged(string folder) =>
        Paths(Ask(folder, "diff", "--cached", "--name-only", "--diff-filter=ACMRT", "-z"));

    /// <summary>The top of the repository.</summary>
    public string Top(string folder) => Line(Ask(folder, "rev-parse", "--show-toplevel"));

    /// <summary>Where the hooks of the repository are.</summary>
    public string Hooks(string folder) =>
        Path.GetFullPath(Line(Ask(folder, "rev-parse", "--git-path", "hooks")), folder);

    /// <summary>The content of a file in a revision (<c>HEAD:./a.yaml</c>), or of the next commit (<c>:a.yaml</c>).</summary>
    public string Show(string folder, string name) => Encoding.UTF8.GetString(Ask(folder, "show", name));

    /// <summary>Sets a setting of the repository.</summary>
    public void Configure(string folder, string name, string value) => Ask(folder, "config", name, value);

    private byte[] Ask(string folder, params string[] arguments)
    {
        var ended = world.Processes.Capture(new ProgramCall(["git", .. arguments], folder));
        return ended.ExitCode == 0
            ? ended.Output
            : throw new SopsException(SopsFailure.BadInput, SecretsDiagnostics.GitFailed(arguments[0], ended.ExitCode));
    }

    private static string Line(byte[] output) => Encoding.UTF8.GetString(output).TrimEnd('\n');

    private static string[] Paths(byte[] output) =>
        Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
