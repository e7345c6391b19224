namespace HomeOps.Files;

/// <summary>Reading of one file on disk.</summary>
internal static class DiskFile
{
    /// <summary>
    /// The bytes of a file. What has the length 0 is not opened: it may be a pipe, and to open a pipe waits for a writer.
    /// </summary>
    /// <exception cref="IOException">It cannot be read, or it is no file at all.</exception>
    public static byte[] Read(string absolute)
    {
        if (new FileInfo(absolute).Length != 0)
        {
            return File.ReadAllBytes(absolute);
        }

        return SystemCalls.IsSpecial(absolute) ? throw new IOException("it is no regular file") : [];
    }
}
