using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// Reads what a kustomization refers to. Knows the folder of the kustomization and those that led to it, so that cycles are found.
/// Nothing outside the tree can be read.
/// </summary>
internal sealed class Loader
{
    private readonly FileTree tree;
    private readonly bool isRootOnly;
    private readonly Loader? referrer;
    private readonly int depth;

    // A chain of folders that refer to each other is longer in no real repository.
    private const int MaxDepth = 200;

    public Loader(FileTree tree, string root, bool isRootOnly)
        : this(tree, root, isRootOnly, null) { }

    private Loader(FileTree tree, string root, bool isRootOnly, Loader? referrer)
    {
        (this.tree, Root, this.isRootOnly, this.referrer) = (tree, root, isRootOnly, referrer);
        depth = referrer is null ? 0 : referrer.depth + 1;
    }

    /// <summary>The folder of the kustomization.</summary>
    public string Root { get; }

    /// <summary>The name under which a path of this folder is reported.</summary>
    public string Shown(string path) => TreePath.Normalize(TreePath.Join(Root, path)) ?? path;

    /// <summary>Whether a file stands at a path; false for folders and for what does not exist.</summary>
    public bool IsFile(string path, Location? at) => Find(path, at) is { Kind: EntryKind.File };

    /// <summary>Whether anything stands at a path.</summary>
    public bool Exists(string path, Location? at) => Find(path, at) is not null;

    /// <summary>The bytes of a file.</summary>
    public byte[] Load(string path, Location? at)
    {
        if (RemotePath.IsRemote(path))
        {
            throw new KustomizeException(KustomizeDiagnostics.Remote(path, at));
        }

        var full = Resolve(path, at);
        switch (Find(path, at))
        {
            case null:
                throw new KustomizeException(KustomizeDiagnostics.NoSuchFile(Shown(path), at));
            case { Kind: EntryKind.Folder }:
                throw new KustomizeException(KustomizeDiagnostics.FolderNotFile(Shown(path), at));
            case { Kind: EntryKind.Other }:
                throw new KustomizeException(KustomizeDiagnostics.NotRegular(Shown(path), at));
        }

        if (isRootOnly && !IsWithin(full, Root))
        {
            throw new KustomizeException(KustomizeDiagnostics.OutsideFolder(Shown(path), Root, at));
        }

        try
        {
            return tree.Read(full);
        }
        catch (IOException unreadable)
        {
            throw new KustomizeException(KustomizeDiagnostics.NotReadable(Shown(path), unreadable.Message, at));
        }
    }

    /// <summary>A file as text.</summary>
    public SourceText LoadText(string path, Location? at) => new(Shown(path), Utf8Text.Decode(Load(path, at)));

    /// <summary>The loader of another folder that holds a kustomization.</summary>
    public Loader Enter(string path, Location? at)
    {
        if (RemotePath.IsRemote(path) && Find(path, at) is null)
        {
            throw new KustomizeException(KustomizeDiagnostics.Remote(path, at));
        }

        var full = Resolve(path, at);
        switch (Find(path, at))
        {
            case null:
                throw new KustomizeException(KustomizeDiagnostics.NoSuchResource(Shown(path), at));
            case { Kind: EntryKind.File }:
                throw new KustomizeException(KustomizeDiagnostics.FileNotFolder(Shown(path), at));
            case { Kind: EntryKind.Other }:
                throw new KustomizeException(KustomizeDiagnostics.NotRegular(Shown(path), at));
        }

        for (var visited = this; visited is not null; visited = visited.referrer)
        {
            if (IsWithin(visited.Root, full))
            {
                throw new KustomizeException(KustomizeDiagnostics.Cycle(Named(full), Named(visited.Root), at));
            }
        }

        return depth < MaxDepth
            ? new Loader(tree, full, isRootOnly, this)
            : throw new KustomizeException(KustomizeDiagnostics.TooDeep(Named(full), MaxDepth, at));
    }

    private static string Named(string folder) => folder.Length == 0 ? "." : folder;

    private static bool IsWithin(string path, string folder) =>
        folder.Length == 0
        || (
            path.StartsWith(folder, StringComparison.Ordinal)
            && (path.Length == folder.Length || path[folder.Length] == '/')
        );

    private FileEntry? Find(string path, Location? at)
    {
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
