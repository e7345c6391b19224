using HomeOps.Files;

namespace HomeOps.Makejinja;

/// <summary>
/// A working folder from which options may reach out, as makejinja lets them: inputs and data may be <c>../other</c>, absolute, or
/// <c>/dev/stdin</c>. What lies outside has its absolute path as its path here. Names in templates and plugin functions stay inside.
/// </summary>
/// <param name="workingFolder">The folder; only one on disk has an outside.</param>
/// <param name="standardInput">Reads standard input to its end; null when there is none.</param>
internal sealed class ReachingTree(FileTree workingFolder, Func<byte[]>? standardInput) : FileTree
{
    private const string StandardInput = "/dev/stdin";

    private readonly DiskTree? machine = workingFolder is DiskTree ? new DiskTree("/") : null;
    private byte[]? input;

    public override string Root => workingFolder.Root;

    /// <summary>The path of what an option names; null when that cannot be reached. The root of the machine is nothing to read.</summary>
    public string? Place(string path)
    {
        if (ProjectPath.Normalize(workingFolder, path) is { } inside)
        {
            return inside;
        }

        if (path == StandardInput && standardInput is not null)
        {
            return path;
        }

        var outside =
            workingFolder is DiskTree disk && !path.Contains('\0', StringComparison.Ordinal)
                ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, disk.Folder))
                : "/";
        return outside == "/" ? null : outside;
    }

    /// <summary>Whether an option names a pipe or a device on this machine.</summary>
    public bool IsSpecial(string path) =>
        workingFolder is DiskTree disk
        && !path.Contains('\0', StringComparison.Ordinal)
        && OutputFile.IsSpecial(Path.GetFullPath(path, disk.Folder));

    public override FileEntry? Find(string path) =>
        !path.StartsWith('/') ? workingFolder.Find(path)
        : path == StandardInput && standardInput is not null
            ? new FileEntry(path, EntryKind.File, IsLink: false, MemoryFile.DefaultMode, DateTimeOffset.UnixEpoch)
        : machine?.Find(path[1..]) is { } entry ? Outside(entry)
        : null;

    public override IReadOnlyList<FileEntry> List(string folder) =>
        folder.StartsWith('/') ? [.. (machine?.List(folder[1..]) ?? []).Select(Outside)] : workingFolder.List(folder);

    public override byte[] Read(string path) =>
        !path.StartsWith('/') ? workingFolder.Read(path)
        : path == StandardInput && standardInput is not null ? input ??= standardInput()
        : machine is not null ? machine.Read(path[1..])
        : throw new FileNotFoundException($"There is no file '{path}'.", path);

    private static FileEntry Outside(FileEntry entry) => entry with { Path = "/" + entry.Path };
}
