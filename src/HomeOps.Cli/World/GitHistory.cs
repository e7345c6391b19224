using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Cluster;

namespace HomeOps.Cli;

/// <summary>Finds earlier versions of files in Git: two calls, however many files.</summary>
internal sealed class GitHistory(IProcesses processes) : IFileHistory
{
    private const int MostRevisions = 200;
    private const int MostVersions = 400;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public IReadOnlyDictionary<string, byte[]> Find(string folder, IReadOnlyDictionary<string, string> wanted)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (wanted.Count == 0 || !processes.Exists("git"))
        {
            return found;
        }

        try
        {
            var blobs = Blobs(folder, wanted.Keys);
            var hashes = wanted.Values.ToHashSet(StringComparer.Ordinal);
            foreach (var content in Contents(folder, blobs))
            {
                var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
                if (hashes.Contains(hash))
                {
                    found[hash] = content.ToArray();
                }
            }
        }
        catch (IOException)
        {
            // The finding says that the version is not known.
            return found;
        }

        return found;
    }

    // "--raw -z": ":100644 100644 <old> <new> M\0path\0", old and new being the names of contents.
    private List<string> Blobs(string folder, IEnumerable<string> paths)
    {
        string[] log = ["log", "--raw", "--no-abbrev", "--no-renames", "--format=", "-z"];
        var output = Ask(folder, [], ["--literal-pathspecs", .. log, $"--max-count={MostRevisions}", "--", .. paths]);
        return
        [
            .. Encoding
                .UTF8.GetString(output)
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(static f => f.TrimStart('\n'))
                .Where(static f => f.StartsWith(':'))
                .SelectMany(static f =>
                    f.Split(' ') is [_, _, var old, var now, ..] ? [old, now] : Array.Empty<string>()
                )
                .Where(static b => b.Trim('0').Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(MostVersions),
        ];
    }

    // "cat-file --batch": "<name> blob <length>\n<content>\n", or "<name> missing\n".
    private IEnumerable<ReadOnlyMemory<byte>> Contents(string folder, List<string> blobs)
    {
        if (blobs.Count == 0)
        {
            yield break;
        }

        var input = Encoding.ASCII.GetBytes(string.Concat(blobs.Select(static b => b + "\n")));
        ReadOnlyMemory<byte> output = Ask(folder, input, ["cat-file", "--batch"]);
        while (output.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            var words = Encoding.ASCII.GetString(output.Span[..end]).Split(' ');
            output = output[(end + 1)..];
            if (
                words is [_, "blob", var size]
                && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                && length < output.Length
            )
            {
                yield return output[..length];
                output = output[(length + 1)..];
            }
        }
    }

    private byte[] Ask(string folder, byte[] input, IReadOnlyList<string> arguments)
    {
        var ended = processes.Capture(
            new ProgramCall(["git", .. arguments], folder)
            {
                Input = input,
                Limit = Limit,
                GathersErrors = true,
                // Nothing may be fetched into a partial clone, and nothing is to be locked or asked.
                Variables =
                [
                    new("GIT_NO_LAZY_FETCH", "1"),
                    new("GIT_OPTIONAL_LOCKS", "0"),
                    new("GIT_TERMINAL_PROMPT", "0"),
                ],
            }
        );
        return ended.ExitCode == 0 ? ended.Output : throw new IOException("git failed");
    }
}
