using System.Security.Cryptography;
using System.Text.Json;

namespace HomeOps.Files;

/// <summary>
/// Which files the last run generated, and the SHA-256 of the bytes it wrote: <c>.homeops/manifest.json</c>. It belongs into the
/// repository; without it nobody can tell a generated file from one that a person wrote.
/// </summary>
internal sealed class FileManifest
{
    public const string Folder = ".homeops";
    public const string Path = ".homeops/manifest.json";
    private const int Version = 1;

    public SortedDictionary<string, string> Hashes { get; } = new(StringComparer.Ordinal);

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Whether a path may stand in a set: normalized, not empty, and not among the writer's own files.</summary>
    public static bool IsAllowed(string path) =>
        path.Length > 0
        && TreePath.Normalize(path) == path
        && path != Folder
        && !path.StartsWith(Folder + "/", StringComparison.Ordinal);

    /// <exception cref="FormatException">The text is no manifest of this version.</exception>
    public static FileManifest Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (!root.TryGetProperty("version", out var version) || version.GetInt32() != Version)
            {
                throw new FormatException($"its version is not {Version}");
            }

            var manifest = new FileManifest();
            foreach (var file in root.GetProperty("files").EnumerateObject())
            {
                if (!IsAllowed(file.Name))
                {
                    throw new FormatException($"'{file.Name}' is not the path of a generated file");
                }

                manifest.Hashes[file.Name] = file.Value.GetString() ?? string.Empty;
            }

            return manifest;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("it is not the JSON that homeops writes", damaged);
        }
    }

    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JournalText.Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteStartObject("files");
            foreach (var (path, hash) in Hashes)
            {
                writer.WriteString(path, hash);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
