namespace HomeOps.Cluster;

/// <summary>Earlier versions of files.</summary>
public interface IFileHistory
{
    /// <summary>The contents that are found among the recent versions of these files.</summary>
    /// <param name="folder">Absolute path of the repository.</param>
    /// <param name="wanted">Path below the folder to SHA-256 of the wanted content, lower-case hex.</param>
    /// <returns>Hash to content; empty when nothing can be found out.</returns>
    IReadOnlyDictionary<string, byte[]> Find(string folder, IReadOnlyDictionary<string, string> wanted);
}
