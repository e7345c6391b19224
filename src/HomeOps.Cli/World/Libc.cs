using System.Runtime.InteropServices;
using System.Text;

namespace HomeOps.Cli;

/// <summary>What only the C library does.</summary>
internal static class Libc
{
    private const uint OwnerReadWrite = 0x180;
    private const int Sigterm = 15;

    /// <summary>Makes a named pipe that only its owner can open.</summary>
    /// <exception cref="IOException">There cannot be one at that path.</exception>
    public static void MakeFifo(string path)
    {
        if (MakeFifo([.. Encoding.UTF8.GetBytes(path), 0], OwnerReadWrite) != 0)
        {
            throw new IOException($"a named pipe could not be made at '{path}'");
        }
    }

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int processId) => _ = Kill(processId, Sigterm);

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
