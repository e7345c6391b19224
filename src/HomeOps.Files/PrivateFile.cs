using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>Files that hold keys and tokens.</summary>
public static class PrivateFile
{
    /// <summary>
    /// Creates a file that only its owner can read, from the first moment on. It never replaces anything: neither a file nor what a
    /// link points to. A file that could not be written whole is removed.
    /// </summary>
    /// <param name="path">Where.</param>
    /// <param name="content">Its bytes; on disk when this returns.</param>
    /// <returns>What went wrong, or null.</returns>
    public static Diagnostic? Create(string path, ReadOnlySpan<byte> content)
    {
        var made = false;
        try
        {
            using var stream = new FileStream(path, DiskFileSystem.NewFile(MemoryFile.PrivateMode));
            made = true;
            stream.Write(content);
            stream.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!made)
            {
                return Path.Exists(path) || new FileInfo(path).LinkTarget is not null
                    ? FileDiagnostics.Exists(path)
                    : FileDiagnostics.NotWritten(path, FileFailure.Reason(failure));
            }

            File.Delete(path);
            return FileDiagnostics.NotWritten(path, FileFailure.Reason(failure));
        }
    }
}
