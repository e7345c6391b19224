using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>Failures of the file system in words.</summary>
public static class FileFailure
{
    // Numbers of Linux and macOS.
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int QuotaExceeded = 122;
    private const int Busy = 11;
    private const int BusyOnMac = 35;

    /// <summary>Why the system refused, in words without the path.</summary>
    public static string Reason(Exception failure) =>
        failure switch
        {
            UnauthorizedAccessException or { InnerException: UnauthorizedAccessException } => "permission denied",
            PathTooLongException => "the name is too long",
            FileNotFoundException or DirectoryNotFoundException => "it does not exist",
            IOException { HResult: NoSpace } => "the disk is full",
            IOException { HResult: ReadOnly } => "the file system is read-only",
            IOException { HResult: QuotaExceeded } => "the disk quota is exceeded",
            IOException { HResult: Busy or BusyOnMac } => "another process has it open",
            _ => Wording.OfLibrary(failure.Message),
        };
}
