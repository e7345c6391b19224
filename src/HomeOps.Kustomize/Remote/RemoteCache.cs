using System.Security.Cryptography;
using System.Text;
using HomeOps.Files;

namespace HomeOps.Kustomize;

/// <summary>
/// Remote bases in a folder of this machine. A commit is fetched once; branches and tags are asked for again in every run, so that a build never
/// stands on an old one unnoticed. Offline, what was fetched last is taken.
/// </summary>
/// <param name="folder">Absolute path of the cache; it is made when something is fetched.</param>
/// <param name="git">Runs git with these arguments in a folder.</param>
/// <param name="download">Gets a file.</param>
/// <param name="isOffline">Whether the network must not be used.</param>
public sealed class RemoteCache(string folder, RunGit git, Func<Uri, byte[]> download, bool isOffline) : IRemoteSource
{
    private const string NeverFetched = "it was never fetched before, and --offline forbids to fetch it now";

    private readonly Dictionary<RemoteRepository, FileTree> trees = [];

    /// <inheritdoc />
    public byte[] Download(Uri url)
    {
        var kept = Path.Join(folder, "files", NameOf(url.AbsoluteUri));
        if (isOffline)
        {
            return File.Exists(kept) ? File.ReadAllBytes(kept) : throw new IOException(NeverFetched);
        }

        var content = download(url);
        Keep(kept, content);
        return content;
    }

    /// <inheritdoc />
    public FileTree Checkout(RemoteRepository repository)
    {
        if (!trees.TryGetValue(repository, out var tree))
        {
            tree = new DiskTree(CommitFolder(repository), repository.Shown);
            trees.Add(repository, tree);
        }

        return tree;
    }

    private string CommitFolder(RemoteRepository repository)
    {
        var place = Path.Join(folder, "git", NameOf(repository.Url));
        var revision = repository.Revision.Length == 0 ? "HEAD" : repository.Revision;
        if (IsCommit(revision) && Directory.Exists(Path.Join(place, revision)))
        {
            return Path.Join(place, revision);
        }

        var known = Path.Join(place, "revision-" + NameOf(revision));
        if (isOffline)
        {
            return File.Exists(known) ? Path.Join(place, File.ReadAllText(known)) : throw new IOException(NeverFetched);
        }

        Directory.CreateDirectory(place);
        var commit = IsCommit(revision) ? revision : Resolve(repository, revision, place);
        var target = Path.Join(place, commit);
        if (!Directory.Exists(target))
        {
            Fetch(repository, commit, place, target);
        }

        Keep(known, Encoding.ASCII.GetBytes(commit));
        return target;
    }

    private string Resolve(RemoteRepository repository, string revision, string place)
    {
        var lines = Git(repository, place, "ls-remote", "--", repository.Url, revision, revision + "^{}").Split('\n');
        // What an annotated tag points to comes before the tag itself, and a tag before a branch, as git chooses.
        foreach (
            var name in (ReadOnlySpan<string>)
                [$"refs/tags/{revision}^{{}}", $"refs/tags/{revision}", $"refs/heads/{revision}", revision]
        )
        {
            foreach (var line in lines)
            {
                if (line.Split('\t') is [var commit, var found] && found == name && IsCommit(commit))
                {
                    return commit;
                }
            }
        }

        throw new IOException(
            $"the repository has no branch or tag '{revision}'; a commit is written with all its digits"
        );
    }

    // Everything happens in a folder of its own, which takes its place when it is whole: builds may run at the same time.
    private void Fetch(RemoteRepository repository, string commit, string place, string target)
    {
        var work = Directory.CreateDirectory(Path.Join(place, $".fetch-{Guid.NewGuid():n}")).FullName;
        try
        {
            Git(repository, work, "init", "--quiet", "--template=");
            Git(repository, work, "fetch", "--quiet", "--depth=1", "--no-tags", "--", repository.Url, commit);
            Git(repository, work, "-c", "core.hooksPath=/dev/null", "checkout", "--quiet", "--detach", "FETCH_HEAD");
            Directory.Delete(Path.Join(work, ".git"), recursive: true);
            try
            {
                Directory.Move(work, target);
            }
            catch (IOException) when (Directory.Exists(target))
            {
                // Another build was faster.
            }
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private string Git(RemoteRepository repository, string place, params string[] arguments)
    {
        var (exitCode, output, error) = git(arguments, place);
        if (exitCode == 0)
        {
            return output;
        }

        var last = error.TrimEnd().Split('\n')[^1].Trim();
        last = last.StartsWith("fatal: ", StringComparison.Ordinal) ? last["fatal: ".Length..] : last;
        last = RemoteReference.WithoutPassword(
            last.Replace(repository.Url, repository.Shown, StringComparison.Ordinal)
        );
        throw new IOException(last.Length > 0 ? $"git says '{last}'" : $"git ended with {exitCode}");
    }

    private static void Keep(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        OutputFile.Write(path, content, MemoryFile.PrivateMode);
    }

    private static bool IsCommit(string text) =>
        text.Length is 40 or 64 && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");

    private static string NameOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Runs git to its end.</summary>
/// <param name="arguments">Its arguments.</param>
/// <param name="folder">Its working folder.</param>
/// <returns>Its exit code and what it printed.</returns>
/// <exception cref="IOException">It cannot be started, or did not end in time.</exception>
public delegate (int ExitCode, string Output, string Error) RunGit(IReadOnlyList<string> arguments, string folder);
