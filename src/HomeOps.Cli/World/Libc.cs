using System.Runtime.InteropServices;
using System.Text;

namespace HomeOps.Cli;

/// <summary>What only the C library does.</summary>
internal static class Libc
{
    private const uint OwnerReadWrite = 0x180;
    private const int Sigterm = 15;
    private const int GetFlags = 1;
    private const int ForReading = 0;
    private const int ForWriting = 1;
    private const short Writable = 4;

    /// <summary>The error number of a descriptor that is not open, or not in that direction.</summary>
    public const int NoDescriptor = 9;

    /// <summary>Makes a named pipe that only its owner can open.</summary>
    /// <exception cref="IOException">There cannot be one at that path.</exception>
    public static void MakeFifo(string path)
    {
        if (MakeFifo([.. Encoding.UTF8.GetBytes(path), 0], OwnerReadWrite) != 0)
        {
            throw new IOException($"a named pipe could not be made at '{path}'");
        }
    }

    /// <summary>
    /// Gives each standard stream that the caller closed a descriptor that refuses its use; otherwise the next file that is opened gets
    /// the number, and findings would go into it.
    /// </summary>
    public static void HoldStandardStreams()
    {
        for (var descriptor = 0; descriptor <= 2; descriptor++)
        {
            if (Control(descriptor, GetFlags) < 0 && Marshal.GetLastPInvokeError() == NoDescriptor)
            {
                _ = Open([.. "/dev/null\0"u8], descriptor == 0 ? ForWriting : ForReading);
            }
        }
    }

    /// <summary>Writes to a descriptor; the number of bytes, or -1 with the error set.</summary>
    public static nint Write(int descriptor, ReadOnlySpan<byte> content) =>
        Write(descriptor, in MemoryMarshal.GetReference(content), (nuint)content.Length);

    /// <summary>Waits until a descriptor takes bytes again, a second at the most.</summary>
    public static void WaitUntilWritable(int descriptor)
    {
        var wanted = new Polled(descriptor, Writable, Found: 0);
        _ = Poll(ref wanted, count: 1, timeout: 1000);
    }

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int processId) => _ = Kill(processId, Sigterm);

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);

    // The variable third argument of fcntl and open is not needed for what is asked of them here.
    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Write(int descriptor, ref readonly byte content, nuint length);

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref Polled wanted, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private record struct Polled(int Descriptor, short Wanted, short Found);
}
