using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What the load step found.</summary>
internal sealed record LoadedInputs
{
    /// <summary>The folder of the inputs.</summary>
    public required FileTree Source { get; init; }

    /// <summary>The folder of the repository; the same as <see cref="Source"/> unless another one was named.</summary>
    public required FileTree Repository { get; init; }

    /// <summary>Whether the folder renders by its own makejinja.toml.</summary>
    public required bool IsProject { get; init; }

    /// <summary>cluster.yaml, or null when there is none.</summary>
    public required SourceText? Cluster { get; init; }

    /// <summary>nodes.yaml, or null when there is none.</summary>
    public required SourceText? Nodes { get; init; }

    /// <summary>SECRET. Content of the keys and tokens that are there or were made, by file name.</summary>
    public required IReadOnlyDictionary<string, byte[]> Keys { get; init; }

    /// <summary>Files to make in the repository, private ones with their mode: keys that were made, inputs that are copied.</summary>
    public required IReadOnlyList<MemoryFile> NewFiles { get; init; }

    /// <summary>Names of the keys that were made.</summary>
    public required IReadOnlyList<string> CreatedKeys { get; init; }

    /// <summary>How a file of the source folder is called in findings.</summary>
    public string Shown(string name) => TreePath.Join(Source.Root, name);
}
