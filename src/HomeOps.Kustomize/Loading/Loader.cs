using System.Runtime.CompilerServices;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// Reads what a kustomization refers to. Knows the folder of the kustomization and those that led to it, so that cycles are found.
/// Nothing outside the tree can be read, but for what is on other machines if the build may fetch that.
/// </summary>
internal sealed class Loader
{
    private readonly FileTree tree;
    private readonly KustomizeOptions options;
    private readonly Loader? referrer;
    private readonly int depth;
    private readonly StrongBox<int> entered;

    // A chain of folders that refer to each other is longer in no real repository.
    private const int MaxDepth = 200;

    // Of one build. Folders that include the next one twice would otherwise double it with every level, as nothing is built only once.
    private const int MaxFolders = 20_000;

    // Of one file. What is larger fits in no object: the API server takes three megabytes.
    private const int MaxBytes = 16 * 1024 * 1024;

    public Loader(FileTree tree, string root, KustomizeOptions options)
        : this(tree, root, options, null) { }

    private Loader(FileTree tree, string root, KustomizeOptions options, Loader? referrer)
    {
        (this.tree, Root, this.options, this.referrer) = (tree, root, options, referrer);
        depth = referrer is null ? 0 : referrer.depth + 1;
        entered = referrer?.entered ?? new StrongBox<int>();
    }

    /// <summary>The folder of the kustomization.</summary>
    public string Root { get; }

    /// <summary>The name under which the folder is reported.</summary>
    public string ShownRoot => Named(Root);

    /// <summary>The name under which a path of this folder is reported.</summary>
    public string Shown(string path) =>
        RemoteReference.IsRemote(path)
            ? RemoteReference.WithoutPassword(path)
            : Named(TreePath.Normalize(TreePath.Join(Root, path)) ?? path);

    /// <summary>Whether a file stands at a path; false for folders and for what does not exist.</summary>
    public bool IsFile(string path, Location? at) =>
        Find(path, at) is { } entry
            ? entry.Kind == EntryKind.File
            : options.Remotes is not null && RemoteReference.IsRemote(path) && Remote(path, at).File is not null;

    /// <summary>Whether anything stands at a path.</summary>
    public bool Exists(string path, Location? at) => Find(path, at) is not null;

    /// <summary>The bytes of a file.</summary>
    public byte[] Load(string path, Location? at)
    {
        var entry = Find(path, at);
        if (entry is null && RemoteReference.IsRemote(path))
        {
            return Download(path, at);
        }

        switch (entry)
        {
            case null:
                throw new KustomizeException(KustomizeDiagnostics.NoSuchFile(Shown(path), at));
            case { Kind: EntryKind.Folder }:
                throw new KustomizeException(KustomizeDiagnostics.FolderNotFile(Shown(path), at));
            case { Kind: EntryKind.Other }:
                throw new KustomizeException(KustomizeDiagnostics.NotRegular(Shown(path), at));
            case { Length: > MaxBytes }:
                throw new KustomizeException(KustomizeDiagnostics.TooLarge(Shown(path), MaxBytes, at));
        }

        var full = Resolve(path, at);
        if (options.IsRootOnly && !IsWithin(full, Root))
        {
            throw new KustomizeException(KustomizeDiagnostics.OutsideFolder(Shown(path), ShownRoot, at));
        }

        try
        {
            return tree.Read(full);
        }
        catch (IOException unreadable)
        {
            // Nothing names the kustomization of the entry.
            throw new KustomizeException(
                KustomizeDiagnostics.NotReadable(
                    Shown(path),
                    FileFailure.Reason(unreadable),
                    at ?? Location.OfFile(Shown(path))
                )
            );
        }
    }

    /// <summary>A file as text.</summary>
    public SourceText LoadText(string path, Location? at) => Utf8Text.Read(Shown(path), Load(path, at));

    /// <summary>The loader of another folder that holds a kustomization.</summary>
    public Loader Enter(string path, Location? at)
    {
        var entry = Find(path, at);
        if (entry is null && RemoteReference.IsRemote(path))
        {
            return EnterRemote(path, at);
        }

        return entry switch
        {
            null => throw new KustomizeException(KustomizeDiagnostics.NoSuchResource(Shown(path), at)),
            { Kind: EntryKind.File } => throw new KustomizeException(
                KustomizeDiagnostics.FileNotFolder(Shown(path), at)
            ),
            { Kind: EntryKind.Other } => throw new KustomizeException(KustomizeDiagnostics.NotRegular(Shown(path), at)),
            _ => Enter(tree, Resolve(path, at), at),
        };
    }

    private Loader EnterRemote(string path, Location? at)
    {
        var reference = Remote(path, at);
        if (reference.Repository is not { } repository || options.Remotes is not { } remotes)
        {
            throw new KustomizeException(KustomizeDiagnostics.Remote(path, at));
        }

        if (repository.IsLocal && IsFetched)
        {
            throw new KustomizeException(
                KustomizeDiagnostics.NotFetched(path, "what was fetched may not name folders of this machine", at)
            );
        }

        var checkout = Fetched(path, at, () => remotes.Checkout(repository));
        var folder = TreePath.Normalize(reference.Folder);
        return folder is not null && checkout.Find(folder) is { Kind: EntryKind.Folder }
            ? Enter(checkout, folder, at)
            : throw new KustomizeException(
                KustomizeDiagnostics.NotFetched(path, $"there is no folder '{reference.Folder}' in the repository", at)
            );
    }

    private Loader Enter(FileTree other, string full, Location? at)
    {
        for (var visited = this; visited is not null; visited = visited.referrer)
        {
            if (ReferenceEquals(visited.tree, other) && IsWithin(visited.Root, full))
            {
                throw new KustomizeException(KustomizeDiagnostics.Cycle(Named(full), Named(visited.Root), at));
            }
        }

        if (++entered.Value > MaxFolders)
        {
            throw new KustomizeException(KustomizeDiagnostics.TooManyFolders(MaxFolders, at));
        }

        return depth < MaxDepth
            ? new Loader(other, full, options, this)
            : throw new KustomizeException(KustomizeDiagnostics.TooDeep(Named(full), MaxDepth, at));
    }

    private byte[] Download(string path, Location? at)
    {
        if (options.Remotes is not { } remotes)
        {
            throw new KustomizeException(KustomizeDiagnostics.Remote(path, at));
        }

        return Remote(path, at).File is { } url
            ? Fetched(path, at, () => remotes.Download(url))
            : throw new KustomizeException(
                KustomizeDiagnostics.NotFetched(path, "it is a repository, and a file is needed here", at)
            );
    }

    private static T Fetched<T>(string path, Location? at, Func<T> fetch)
    {
        try
        {
            return fetch();
        }
        catch (IOException failure)
        {
            throw new KustomizeException(KustomizeDiagnostics.NotFetched(path, failure.Message, at));
        }
    }

    private static RemoteReference Remote(string path, Location? at) =>
        RemoteReference.Parse(path)
        ?? throw new KustomizeException(
            KustomizeDiagnostics.NotFetched(path, "it is neither the address of a file nor that of a repository", at)
        );

    // Whether this folder is of another tree than the one the build began in.
    private bool IsFetched => referrer is not null && (!ReferenceEquals(referrer.tree, tree) || referrer.IsFetched);

    private string Named(string path) => TreePath.Join(tree.Root, path) is { Length: > 0 } named ? named : ".";

    private static bool IsWithin(string path, string folder) =>
        folder.Length == 0
        || (
            path.StartsWith(folder, StringComparison.Ordinal)
            && (path.Length == folder.Length || path[folder.Length] == '/')
        );

    // Null for what is not there, and for addresses.
    private FileEntry? Find(string path, Location? at)
    {
        if (path.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return tree.Find(Resolve(path, at));
        }
        catch (IOException)
        {
            throw new KustomizeException(KustomizeDiagnostics.OutsideTree(path, at));
        }
    }

    private string Resolve(string path, Location? at) =>
        TreePath.Normalize(path.StartsWith('/') ? path : TreePath.Join(Root, path))
        ?? throw new KustomizeException(KustomizeDiagnostics.OutsideTree(path, at));
}
