using System.Globalization;
using System.Security.Cryptography;
using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>Files that hold keys and tokens.</summary>
public static class PrivateFile
{
    /// <summary>
    /// Creates a file that only its owner can read, from the first moment on, and that is there whole or not at all, wherever the
    /// process is killed. It never replaces anything: neither a file nor what a link points to.
    /// </summary>
    /// <param name="path">Where.</param>
    /// <param name="content">Its bytes; on disk when this returns.</param>
    /// <returns>What went wrong, or null.</returns>
    public static Diagnostic? Create(string path, ReadOnlySpan<byte> content)
    {
        if (IsTaken(path))
        {
            return FileDiagnostics.Exists(path);
        }

        var random = RandomNumberGenerator.GetInt32(int.MaxValue).ToString("x8", CultureInfo.InvariantCulture);
        var temporary = TemporaryPrefix(path) + random;
        try
        {
            Write(temporary, content);
            SystemCalls.MoveToFreePlace(temporary, path);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Remove(temporary);
            return IsTaken(path)
                ? FileDiagnostics.Exists(path)
                : FileDiagnostics.NotWritten(path, FileFailure.Reason(failure));
        }
    }

    /// <summary>Removes what a killed process left beside the files that it was about to create.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="names">The names of those files.</param>
    public static void RemoveRemains(string folder, IReadOnlyCollection<string> names)
    {
        try
        {
            foreach (var found in Directory.GetFiles(folder, $".*{WriteTransaction.TemporaryMark}*"))
            {
                if (names.Any(n => found.StartsWith(TemporaryPrefix(Path.Join(folder, n)), StringComparison.Ordinal)))
                {
                    Remove(found);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Remains are private and ignored by Git; they can wait for a run that may remove them.
            return;
        }
    }

    private static string TemporaryPrefix(string path) =>
        Path.Join(Path.GetDirectoryName(path), $".{Path.GetFileName(path)}{WriteTransaction.TemporaryMark}");

    private static bool IsTaken(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, DiskFileSystem.NewFile(MemoryFile.PrivateMode));
        stream.Write(content);
        SystemCalls.Flush(stream.SafeFileHandle);
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
