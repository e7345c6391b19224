using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HomeOps.Files;

/// <summary>The system calls that the runtime makes with another meaning than is needed here.</summary>
internal static partial class SystemCalls
{
    private const int Interrupted = 4;
    private const int NotForThisFile = 22;
    private const int ReadOnly = 30;
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int SizeOfStatx = 256;
    private const int ModeInStatx = 28;
    private const int TypeBits = 0xf000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;
    private const int WriteAndEnter = 3;
    private const int AccessDenied = 13;

    /// <summary>
    /// Waits until a file's content is on the disk. The runtime's own call ignores a failure of <c>fsync</c>, by which a disk says that
    /// what was written is lost.
    /// </summary>
    /// <exception cref="IOException">The content is not on the disk.</exception>
    public static void Flush(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(handle);
            return;
        }

        while (Fsync(handle) != 0)
        {
            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case NotForThisFile or ReadOnly:
                    return;
                case var error:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
            }
        }
    }

    /// <summary>
    /// Moves a file to a free place. The runtime looks whether it is free and renames then, which replaces what another process made in
    /// between; a hard link does not.
    /// </summary>
    /// <exception cref="IOException">The place is taken, or the file cannot be moved.</exception>
    public static void MoveToFreePlace(string from, string to)
    {
        if (OperatingSystem.IsLinux() && Link(from, to) == 0)
        {
            File.Delete(from);
            return;
        }

        // Not every file system knows hard links.
        File.Move(from, to, overwrite: false);
    }

    /// <summary>
    /// Whether a path leads to a pipe, a socket or a device, which the runtime takes for an empty file. Known on Linux only: <c>statx</c> has
    /// one layout on all of its processors.
    /// </summary>
    public static unsafe bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var answer = stackalloc byte[SizeOfStatx];
        if (Statx(CurrentFolder, path, 0, TypeOnly, answer) != 0)
        {
            return false;
        }

        return (*(ushort*)(answer + ModeInStatx) & TypeBits) is not (RegularFile or Folder);
    }

    /// <summary>Whether the system lets this process make files in a folder.</summary>
    public static bool CanCreateIn(string folder) =>
        OperatingSystem.IsWindows()
        || Access(folder, WriteAndEnter) == 0
        || Marshal.GetLastPInvokeError() is not (AccessDenied or ReadOnly);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(SafeFileHandle handle);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Statx(int folder, string path, int flags, uint mask, byte* answer);
}
