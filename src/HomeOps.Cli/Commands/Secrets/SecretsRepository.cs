using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>The files of a repository that may hold secrets: what git tracks or would track, else everything below the folder.</summary>
internal sealed class SecretsRepository(World world, SopsConfigFile? config)
{
    // Longer files are no YAML of a cluster, and nothing SOPS would be used for.
    private const long MaxLength = 16 * 1024 * 1024;

    private string Folder => config?.Folder ?? world.WorkingFolder;

    /// <summary>All files.</summary>
    public IEnumerable<SopsRepositoryFile> All() => Files(Names().Order(StringComparer.Ordinal));

    /// <summary>
    /// Files that a rule is meant for. A rule without a path covers every file there is; of those only the ones that carry
    /// <c>.sops.</c> in their name are meant.
    /// </summary>
    /// <exception cref="SopsException">A rule has an error.</exception>
    public IEnumerable<SopsRepositoryFile> Covered() =>
        All()
            .Where(file =>
                config?.Config.FindRule(file.RulePath) is { } rule && SopsCheck.IsSecretName(file.RulePath, rule)
            );

    /// <summary>Files that the user named, and all files below folders that the user named.</summary>
    public IEnumerable<SopsRepositoryFile> Named(IReadOnlyList<string> paths) =>
        paths.SelectMany(path =>
            Directory.Exists(world.Absolute(path))
                ? Files(Names(world.Absolute(path)).Order(StringComparer.Ordinal))
                : [File(world.Absolute(path), InputFile.Source(world, path))]
        );

    /// <summary>What the next commit would change, as it would be committed.</summary>
    public IEnumerable<SopsRepositoryFile> Staged()
    {
        var git = new SecretsGit(world);
        var top = git.Top(Folder);
        return git.Staged(Folder)
            .Order(StringComparer.Ordinal)
            .Select(path => File(Path.Join(top, path), new SourceText(path, git.Show(top, ":" + path))));
    }

    private IEnumerable<SopsRepositoryFile> Files(IEnumerable<string> absolute) =>
        absolute
            .Where(static path => new FileInfo(path) is { Exists: true, Length: <= MaxLength, LinkTarget: null })
            .Select(path =>
                File(
                    path,
                    new SourceText(
                        Path.GetRelativePath(world.WorkingFolder, path),
                        System.IO.File.ReadAllText(path, Encoding.UTF8)
                    )
                )
            );

    private SopsRepositoryFile File(string absolute, SourceText text) =>
        new(config?.RulePath(absolute) ?? Path.GetRelativePath(world.WorkingFolder, absolute), text);

    private IEnumerable<string> Names(string? folder = null)
    {
        folder ??= Folder;
        return SecretsGit.Covers(folder)
            ? new SecretsGit(world).Files(folder).Select(path => Path.Join(folder, path))
            : Walk(new DiskTree(folder), "").Select(path => Path.Join(folder, path));
    }

    // What git would leave out by itself or by the .gitignore of a repository that homeops made.
    private static IEnumerable<string> Walk(DiskTree tree, string folder)
    {
        foreach (var entry in tree.List(folder))
        {
            if (entry.Kind == EntryKind.File && !FileSetWriter.IsTemporary(entry.Name))
            {
                yield return entry.Path;
            }
            else if (
                entry is { Kind: EntryKind.Folder, IsLink: false }
                && entry.Name is not (".git" or ".homeops" or "node_modules")
            )
            {
                foreach (var path in Walk(tree, entry.Path))
                {
                    yield return path;
                }
            }
        }
    }
}
