namespace HomeOps.Files;

/// <summary>Reading of one file on disk.</summary>
internal static class DiskFile
{
    /// <summary>
    /// The bytes of a file. What has the length 0 is not opened: it may be a pipe, and to open a pipe waits for a writer.
    /// </summary>
    public static byte[] Read(string absolute) => new FileInfo(absolute).Length == 0 ? [] : File.ReadAllBytes(absolute);
}
