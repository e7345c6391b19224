using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Makes a file that must not exist yet.</summary>
internal static class NewFile
{
    /// <summary>Every file that is made so.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. GitIgnore.Secrets, GitIgnore.FileName, NodesFile.Name, DeployKey.PublicFileName];

    /// <summary>Makes it; returns what went wrong, or null. A public file is made as a private one and opened when it is whole.</summary>
    public static Diagnostic? Create(string path, byte[] content, UnixFileMode mode)
    {
        if (PrivateFile.Create(path, content) is { } failure)
        {
            return failure;
        }

        if (mode != MemoryFile.PrivateMode)
        {
            File.SetUnixFileMode(path, mode);
        }

        return null;
    }
}
