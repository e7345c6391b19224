namespace HomeOps.Files;

/// <summary>The real disk.</summary>
internal sealed class DiskFileSystem : IFileSystem
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    /// <summary>How a new file is opened: it must not exist, and its mode holds from the start.</summary>
    public static FileStreamOptions NewFile(UnixFileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return options;
    }

    public (EntryKind Kind, UnixFileMode Mode)? Look(string path)
    {
        var info = new FileInfo(path);
        return (int)info.Attributes == -1
            ? null
            : (
                info.Attributes.HasFlag(FileAttributes.Directory) ? EntryKind.Folder
                : info.LinkTarget is null && !(info.Length == 0 && SystemCalls.IsSpecial(path)) ? EntryKind.File
                : EntryKind.Other,
                info.UnixFileMode
            );
    }

    public IReadOnlyList<string> List(string folder) =>
        Array.ConvertAll(Directory.GetFileSystemEntries(folder), static p => Path.GetFileName(p));

    public byte[] Read(string path) => DiskFile.Read(path);

    public void Create(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        using var stream = new FileStream(path, NewFile(mode));
        stream.Write(content);
    }

    public void Flush(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        SystemCalls.Flush(handle);
    }

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void RemoveFolder(string path) => Directory.Delete(path, recursive: false);

    public IDisposable? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException held) when (held.HResult is WouldBlockOnLinux or WouldBlockOnMac)
        {
            return null;
        }
    }
}
