using System.Globalization;
using System.Security.Cryptography;

namespace HomeOps.Files;

/// <summary>
/// One file being written: the content goes to a temporary file beside the target, which takes the target's place on <see cref="Commit"/>. Without a
/// commit the target stays as it was and nothing is left over. A pipe or a device is written to itself, as the content comes.
/// </summary>
public sealed class OutputFile : IDisposable
{
    private readonly string target;
    private readonly string temporary;
    private readonly UnixFileMode kept;
    private readonly FileStream stream;
    private readonly bool isSpecial;
    private bool committed;

    /// <summary>Begins a file.</summary>
    /// <param name="path">The target; its folder exists. A link is replaced in what it points to.</param>
    /// <param name="mode">Permission bits of a new file; one that exists keeps its own.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public OutputFile(string path, UnixFileMode mode)
    {
        isSpecial = IsSpecial(path);
        if (isSpecial)
        {
            (target, temporary, kept) = (path, path, mode);
            stream = OpenSpecial(path);
            return;
        }

        var info = new FileInfo(path);
        target = info.LinkTarget is null ? path : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        var random = RandomNumberGenerator.GetInt32(int.MaxValue).ToString("x8", CultureInfo.InvariantCulture);
        temporary = Path.Join(Path.GetDirectoryName(target), $".{Path.GetFileName(target)}.homeops-tmp-{random}");
        kept = File.Exists(target) ? File.GetUnixFileMode(target) : mode;
        stream = new FileStream(
            temporary,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
                // Never wider than asked for, not even for a moment; the wider bits of an existing file come with the commit.
                UnixCreateMode = kept & MemoryFile.PrivateMode,
            }
        );
    }

    /// <summary>Where the content goes.</summary>
    public Stream Content => stream;

    /// <summary>Puts what was written in the target's place.</summary>
    public void Commit()
    {
        stream.Flush();
        if (isSpecial)
        {
            stream.Dispose();
            committed = true;
            return;
        }

        SystemCalls.Flush(stream.SafeFileHandle);
        File.SetUnixFileMode(stream.SafeFileHandle, kept);
        stream.Dispose();
        File.Move(temporary, target, overwrite: true);
        committed = true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException) when (!committed)
        {
            // On a full disk the last bytes are tried once more here; the caller knows of it already.
        }
        finally
        {
            if (!committed && !isSpecial)
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Writes a whole file in one go.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        using var file = new OutputFile(path, mode);
        file.Content.Write(content);
        file.Commit();
    }

    /// <summary>Whether a path is a pipe, a socket or a device, or a link to one: nothing that another file may take the place of.</summary>
    public static bool IsSpecial(string path) => SystemCalls.IsSpecial(path);

    /// <summary>Whether this process may make files in a folder; true where that cannot be told beforehand.</summary>
    public static bool CanCreateIn(string folder) => SystemCalls.CanCreateIn(folder);

    // Not shared would be locked, and a pipe's reader or another writer is nobody to lock out.
    private static FileStream OpenSpecial(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
}
