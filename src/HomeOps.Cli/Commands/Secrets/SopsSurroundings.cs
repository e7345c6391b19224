using System.Text;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>Finds what a SOPS command works with: the configuration above a folder, and the identities at hand.</summary>
internal sealed class SopsSurroundings(World world)
{
    private const int MaxLevels = 100;

    /// <summary>
    /// The configuration: the file that <c>--config</c> or SOPS_CONFIG names, else the first <c>.sops.yaml</c> from a folder upwards, the
    /// working folder unless another is given. Null when there is none.
    /// </summary>
    /// <exception cref="SopsException">It cannot be read.</exception>
    public SopsConfigFile? FindConfig(string? named, string? from = null)
    {
        named ??= world.Environment.GetValueOrDefault("SOPS_CONFIG") is { Length: > 0 } variable ? variable : null;
        if (named is not null)
        {
            return Load(world.Absolute(named), named);
        }

        var folder = from ?? world.WorkingFolder;
        for (var level = 0; level < MaxLevels && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Join(folder, SopsConfig.FileName);
            if (File.Exists(path))
            {
                return Load(path, Path.GetRelativePath(world.WorkingFolder, path));
            }
        }

        return null;
    }

    /// <summary>
    /// Everything sops would use, and before that the <c>age.key</c> beside the configuration: homeops keeps a repository's key there.
    /// </summary>
    public SopsKeyRing Keys(SopsConfigFile? config) => KeysBeside(config?.Folder ?? world.WorkingFolder);

    /// <summary>Everything sops would use, and before that the <c>age.key</c> of a folder.</summary>
    public SopsKeyRing KeysBeside(string folder)
    {
        var surroundings = Places();
        var key = Path.Join(folder, "age.key");
        return SopsKeyRing.Find(
            surroundings,
            File.Exists(key) ? [KeySource.FromPath(Path.GetRelativePath(world.WorkingFolder, key), surroundings)] : []
        );
    }

    /// <summary>The identities of some files and no others.</summary>
    public SopsKeyRing Keys(IEnumerable<string> files)
    {
        var surroundings = Places();
        return new SopsKeyRing([.. files.Select(file => KeySource.FromPath(file, surroundings))]);
    }

    private KeySurroundings Places() =>
        new(
            name => world.Environment.GetValueOrDefault(name),
            world.Environment.GetValueOrDefault("HOME"),
            path => File.Exists(world.Absolute(path)) ? InputFile.ReadKey(world, path) : null,
            about => world.Terminal.AskSecret($"Passphrase of {about}: "),
            OutputOf
        );

    private byte[]? OutputOf(string commandLine, string? recipient)
    {
        var words = ShellWords.Split(commandLine);
        if (words.Count == 0)
        {
            return null;
        }

        var ended = world.Processes.Capture(
            new ProgramCall(words, world.WorkingFolder)
            {
                Variables = recipient is null ? [] : [new("SOPS_AGE_RECIPIENT", recipient)],
            }
        );
        return ended.ExitCode == 0 ? ended.Output : null;
    }

    private static SopsConfigFile Load(string path, string shown) =>
        new(
            SopsConfig.Parse(new SourceText(shown, File.ReadAllText(path, Encoding.UTF8))),
            Path.GetDirectoryName(path) ?? "/"
        );
}
