using System.Security.Cryptography;
using System.Text;
using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>
/// Remembers that the checks of a repository found nothing, by content: the files that are written, what the checks asked of the rest,
/// the key, the day, and the program. When all that is the same they would find nothing again, and are left out. A file for each
/// repository, outside of it; it holds names and one hash, and to lose it costs a few milliseconds.
/// </summary>
internal sealed class PassedChecks
{
    private const string FirstLine = "homeops: what the checks looked at when they found nothing, 1";

    private readonly string file;
    private readonly FileTree tree;
    private readonly MemoryTree written;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly byte[] state;

    private PassedChecks(
        string file,
        FileTree tree,
        MemoryTree written,
        IReadOnlyDictionary<string, string> environment,
        byte[] state
    ) => (this.file, this.tree, this.written, this.environment, this.state) = (file, tree, written, environment, state);

    /// <summary>The memory for a run; null when nothing is to be remembered.</summary>
    /// <param name="request">What was asked for, with the place of the memory.</param>
    /// <param name="inputs">The folder as it is, and its keys.</param>
    /// <param name="files">The files that are written, secrets encrypted.</param>
    /// <param name="removed">Paths of the files that an earlier run made and this one removes.</param>
    public static PassedChecks? Of(
        ConfigureRequest request,
        LoadedInputs inputs,
        MemoryTree files,
        IReadOnlySet<string> removed
    )
    {
        // In the repository itself it would be one of the files that are looked at.
        var folder = request.Into ?? request.Folder;
        if (request.Memory is not { } memory || $"{memory.Folder}/".StartsWith($"{folder}/", StringComparison.Ordinal))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, memory.Program);
        // Certificates end one day.
        Append(hash, request.Time.GetUtcNow().ToString("yyyy-MM-dd"));
        hash.AppendData(inputs.Keys.TryGetValue(AgeKey.FileName, out var key) ? SHA256.HashData(key) : [0]);
        foreach (var entry in files.All)
        {
            Append(hash, $"{entry.Path}\n{(int)entry.Mode} {entry.Content.Length}");
            hash.AppendData(entry.Content);
        }

        foreach (var path in removed.Order(StringComparer.Ordinal))
        {
            Append(hash, path);
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..32];
        return new PassedChecks(
            Path.Join(memory.Folder, name),
            inputs.Repository,
            files,
            request.Environment,
            hash.GetHashAndReset()
        );
    }

    /// <summary>Whether the checks would find nothing, as they did the last time.</summary>
    public bool Hold()
    {
        try
        {
            var lines = File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8).Split('\n') : [];
            if (lines.Length < 3 || lines[0] != FirstLine || lines[^1].Length > 0)
            {
                return false;
            }

            var asked = new List<Question>(lines.Length);
            foreach (var line in lines.AsSpan(2, lines.Length - 3))
            {
                if (Question.Parse(line) is not { } question)
                {
                    return false;
                }

                asked.Add(question);
            }

            return lines[1] == Digest(asked);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Remembers that they found nothing. What cannot be kept is not: the next run looks again.</summary>
    public void Keep(Questions questions)
    {
        if (questions.Asked is not { } asked)
        {
            return;
        }

        var temporary = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        try
        {
            var text = $"{FirstLine}\n{Digest(asked)}\n{string.Concat(asked.Select(static q => $"{q}\n"))}";
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? file);
            File.WriteAllText(temporary, text);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Remove(temporary);
        }
    }

    private string Digest(IEnumerable<Question> asked)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(state);
        foreach (var question in asked)
        {
            Append(hash, question.ToString());
            Append(hash, question.Answer(tree, written, environment));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
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

/// <summary>Where configure remembers what passed its checks.</summary>
/// <param name="Folder">Absolute path of a folder outside of the repository; it is made when absent.</param>
/// <param name="Program">A text that differs when the program does: other programs may find more.</param>
public sealed record CheckMemory(string Folder, string Program);
