using System.Globalization;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>
/// The bytes of the last written set, in one private file in git's own folder (<c>.git/homeops/written</c>), which is never committed:
/// the list of generated files holds hashes only, and an edit is to be compared with what was edited. It is a cache. It may be lost or
/// damaged; what it gives is what its hash says.
/// </summary>
public sealed class GeneratedCopies
{
    private const string Folder = "homeops";
    private const string Header = "homeops written 1 ";

    private readonly string path;

    private GeneratedCopies(string path) => this.path = path;

    /// <summary>The copies of a folder's files; null when the folder is in no git work tree.</summary>
    /// <param name="folder">Absolute path.</param>
    public static GeneratedCopies? Of(string folder)
    {
        if (GitFolder.Of(folder) is not { } git)
        {
            return null;
        }

        // Several folders of one work tree may be written to.
        var name = git.Below.Length == 0 ? "written" : "written-" + Hash(Encoding.UTF8.GetBytes(git.Below))[..16];
        return new GeneratedCopies(Path.Join(git.Path, Folder, name));
    }

    /// <summary>What is known of the contents with these hashes.</summary>
    /// <param name="hashes">SHA-256, lower-case hex.</param>
    public IReadOnlyDictionary<string, byte[]> Find(IReadOnlyCollection<string> hashes)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (hash, content) in Entries(ReadAll()))
        {
            if (hashes.Contains(hash) && Hash(content.Span) == hash)
            {
                found[hash] = content.ToArray();
            }
        }

        return found;
    }

    /// <summary>Remembers a set. Returns a note when that failed; the set itself is written by then.</summary>
    internal Diagnostic? Keep(FileManifest manifest, IReadOnlyCollection<MemoryFile> files)
    {
        var header = Encoding.ASCII.GetBytes(Header + Hash(manifest.ToBytes()) + "\n");
        if (Starts(header))
        {
            return null;
        }

        var draft = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "/");
            Write(draft, header, manifest, files);
            File.Move(draft, path, overwrite: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Remove(draft);
            return FileDiagnostics.NotRemembered(path, FileFailure.Reason(failure));
        }
    }

    // Each content behind a line with its hash and its length. No flush: after a loss of power the hash does not fit.
    private static void Write(string draft, byte[] header, FileManifest manifest, IReadOnlyCollection<MemoryFile> files)
    {
        using var text = new MemoryStream();
        text.Write(header);
        foreach (var file in files)
        {
            if (manifest.Hashes.GetValueOrDefault(file.Path) is { } hash)
            {
                text.Write(
                    Encoding.ASCII.GetBytes(
                        string.Create(CultureInfo.InvariantCulture, $"{hash} {file.Content.Length}\n")
                    )
                );
                text.Write(file.Content);
            }
        }

        // A killed run may have left its draft. Two runs at once may spoil each other's: then the hashes do not fit.
        File.Delete(draft);
        using var stream = new FileStream(draft, DiskFileSystem.NewFile(MemoryFile.PrivateMode));
        stream.Write(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static IEnumerable<(string Hash, ReadOnlyMemory<byte> Content)> Entries(ReadOnlyMemory<byte> text)
    {
        for (var at = LineEnd(text, 0) + 1; at > 0 && at < text.Length; )
        {
            var end = LineEnd(text, at);
            var words = Encoding.ASCII.GetString(text.Span[at..Math.Max(end, at)]).Split(' ');
            if (
                words.Length != 2
                || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length > text.Length - end - 1
            )
            {
                yield break;
            }

            yield return (words[0], text.Slice(end + 1, length));
            at = end + 1 + length;
        }
    }

    private static int LineEnd(ReadOnlyMemory<byte> text, int from) =>
        text.Span[from..].IndexOf((byte)'\n') is var end and >= 0 ? from + end : -1;

    private byte[] ReadAll()
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private bool Starts(byte[] header)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var start = new byte[header.Length];
            return RandomAccess.Read(file, start, 0) == start.Length && start.AsSpan().SequenceEqual(header);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static string Hash(ReadOnlySpan<byte> content) => FileManifest.Hash(content);
}
