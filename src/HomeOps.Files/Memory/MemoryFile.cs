namespace HomeOps.Files;

/// <summary>A file held in memory.</summary>
/// <param name="Path">Path below the root of its tree.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MemoryFile(string Path, byte[] Content)
{
    /// <summary>Readable by all, writable by the owner.</summary>
    public const UnixFileMode DefaultMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Readable and writable by the owner only: for everything that holds a key.</summary>
    public const UnixFileMode PrivateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Permission bits the file gets on disk.</summary>
    public UnixFileMode Mode { get; init; } = DefaultMode;

    /// <summary>The content as UTF-8 text, for what is known to be text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Content);
}
