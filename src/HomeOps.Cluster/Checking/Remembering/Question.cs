using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>What a check may ask of the world around what is written.</summary>
internal enum QuestionKind
{
    /// <summary>What stands at a path.</summary>
    Find,

    /// <summary>What a folder holds.</summary>
    List,

    /// <summary>The bytes of a file.</summary>
    Read,

    /// <summary>The value of an environment variable.</summary>
    Variable,
}

/// <summary>One question.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">The path or the name.</param>
internal readonly record struct Question(QuestionKind Kind, string Name)
{
    private static readonly string[] Words = ["find", "list", "read", "variable"];

    /// <summary>A line of text.</summary>
    public override string ToString() => $"{Words[(int)Kind]} {Name}";

    /// <summary>The question of a line; null for a line that is none.</summary>
    public static Question? Parse(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var kind = space < 0 ? -1 : Array.IndexOf(Words, line[..space]);
        return kind < 0 ? null : new Question((QuestionKind)kind, line[(space + 1)..]);
    }

    /// <summary>A short text that differs when the answer does. What the run writes counts as there: it is known without asking.</summary>
    /// <param name="tree">The repository as it is.</param>
    /// <param name="written">The files that the run writes.</param>
    /// <param name="environment">The environment.</param>
    /// <exception cref="IOException">There is no answer.</exception>
    public string Answer(FileTree tree, MemoryTree written, IReadOnlyDictionary<string, string> environment) =>
        Kind switch
        {
            QuestionKind.Find => tree.Find(Name) is var found && IsWritten(Name, found, written)
                ? "written"
                : Of(found),
            QuestionKind.List => string.Join(
                '\n',
                tree.List(Name).Where(e => !IsWritten(e.Path, e, written)).Select(static e => $"{Of(e)} {e.Name}")
            ),
            QuestionKind.Read => Convert.ToHexString(SHA256.HashData(tree.Read(Name))),
            _ => environment.TryGetValue(Name, out var value)
                ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)))
                : "-",
        };

    private static bool IsWritten(string path, FileEntry? found, MemoryTree written) =>
        written.Find(path) is { } entry && (found is null || (found.Kind == entry.Kind && !found.IsLink));

    private static string Of(FileEntry? entry) =>
        entry is null
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{(int)entry.Kind} {entry.IsLink} {entry.Length}");
}
