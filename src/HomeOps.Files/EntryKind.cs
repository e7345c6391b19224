namespace HomeOps.Files;

/// <summary>What stands at a path.</summary>
public enum EntryKind
{
    /// <summary>A regular file, or a link to one.</summary>
    File,

    /// <summary>A folder, or a link to one.</summary>
    Folder,

    /// <summary>Anything else: a socket, a device, a broken link.</summary>
    Other,
}
