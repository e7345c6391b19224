namespace HomeOps.Files;

/// <summary>
/// The target folder as a plan sees it: through links, and, while the journal of an interrupted run waits, as it will be when that
/// journal has been carried out.
/// </summary>
internal sealed class PlannedDisk(IFileSystem files, string root, WriteJournal? pending)
{
    private readonly Dictionary<string, string?> realFolders = new(StringComparer.Ordinal);

    /// <summary>Where a path really is, relative to the folder; null when it leads out.</summary>
    public string? RealPathOf(string path)
    {
        var folder = TreePath.Folder(path);
        if (!realFolders.TryGetValue(folder, out var real))
        {
            realFolders[folder] = real = RealPath.Below(root, folder);
        }

        if (real is null)
        {
            return null;
        }

        var direct = TreePath.Join(real, TreePath.Name(path));
        return new FileInfo(Absolute(direct)).LinkTarget is null ? direct : RealPath.Below(root, path);
    }

    /// <summary>What stands at a real path.</summary>
    public (EntryKind Kind, UnixFileMode Mode)? Look(string path) =>
        MoveTo(path) is { } move ? files.Look(Absolute(move.Temporary))
        : IsDeleted(path) ? null
        : files.Look(Absolute(path));

    public byte[] Read(string path) => files.Read(Absolute(MoveTo(path)?.Temporary ?? path));

    public IReadOnlyList<string> List(string folder) => files.List(Absolute(folder));

    private JournalMove? MoveTo(string path) =>
        pending?.Moves.FirstOrDefault(m => m.Path == path && files.Look(Absolute(m.Temporary)) is not null);

    private bool IsDeleted(string path) => pending is not null && pending.Deletes.Any(d => d.Path == path);

    private string Absolute(string path) => Path.Join(root, path);
}
