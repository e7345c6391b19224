namespace HomeOps.Files;

/// <summary>
/// The calls by which a set of files is written, one method for each thing that can fail, so that a test can make each of them fail. All
/// paths are absolute and free of links. Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal interface IFileSystem
{
    /// <summary>What stands at a path, and its permission bits; null for nothing.</summary>
    (EntryKind Kind, UnixFileMode Mode)? Look(string path);

    /// <summary>The names in a folder.</summary>
    IReadOnlyList<string> List(string folder);

    byte[] Read(string path);

    /// <summary>Makes a file that is not there yet.</summary>
    void Create(string path, ReadOnlySpan<byte> content, UnixFileMode mode);

    /// <summary>Waits until a file's content is on the disk.</summary>
    void Flush(string path);

    /// <summary>Moves a file over another or to a free place, in one step.</summary>
    void Rename(string from, string to);

    void Delete(string path);

    void CreateFolder(string path);

    /// <summary>Removes an empty folder.</summary>
    void RemoveFolder(string path);

    /// <summary>Takes a lock that ends with the process at the latest; null when another process holds it.</summary>
    IDisposable? TryLock(string path);
}
