using System.Text;
using System.Text.Json;
using HomeOps.Sops;
using HomeOps.Text;
using LineDifference = HomeOps.Testing.LineDifference;

namespace HomeOps.Conformance;

/// <summary>One SOPS vector: its entry in the manifest and its files.</summary>
internal sealed class SopsVector(JsonElement entry, string folder)
{
    private readonly string directory = Path.Join(folder, entry.GetProperty("dir").GetString());

    public JsonElement Expected => entry.GetProperty("expected");

    public string Directory => directory;

    public int Exit => Expected.GetProperty("exit").GetInt32();

    public StoreIndents Indents =>
        (Number("indent") is { } indent ? new StoreIndents(indent, indent, indent) : StoreIndents.Default) with
        {
            ReproducesFaults = true,
        };

    public IEnumerable<string> Files =>
        entry.GetProperty("files").EnumerateArray().Select(static f => f.GetString() ?? "");

    public string? Text(string name) => Text(entry, name);

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public IReadOnlyList<string> Strings(string name) =>
        [.. entry.GetProperty(name).EnumerateArray().Select(static a => a.GetString() ?? "")];

    /// <summary>The file whose name begins so, e.g. <c>enc</c>.</summary>
    public string File(string stem) => Files.First(f => f.StartsWith(stem + ".", StringComparison.Ordinal));

    public bool Has(string name) => Files.Contains(name, StringComparer.Ordinal);

    public SourceText Source(string name) => new(name, System.IO.File.ReadAllText(Path.Join(directory, name)));

    public byte[] Bytes(string name) => System.IO.File.ReadAllBytes(Path.Join(directory, name));

    /// <summary>The identities of the vector: its <c>key_file</c>, or an identity file among its files.</summary>
    public SopsKeyRing Keys()
    {
        var path =
            Text("key_file") is { } key ? Path.Join(folder, key)
            : Files.FirstOrDefault(static f => f.EndsWith("identity.txt", StringComparison.Ordinal)) is { } own
                ? Path.Join(directory, own)
            : null;
        return path is null ? new SopsKeyRing([]) : KeysOf(path);
    }

    public SopsKeyRing Keys(string name) => KeysOf(Path.Join(folder, "../keys", name));

    /// <summary>A difference if the bytes are not those of a file.</summary>
    public string? Differs(string name, byte[] actual)
    {
        var expected = Bytes(name);
        return expected.AsSpan().SequenceEqual(actual)
            ? null
            : $"{name}:\n{LineDifference.Between(Encoding.Latin1.GetString(expected), Encoding.Latin1.GetString(actual))}";
    }

    public string? Differs(string name, string actual) => Differs(name, Encoding.UTF8.GetBytes(actual));

    private static SopsKeyRing KeysOf(string path) =>
        SopsKeyRing.FromFile(new SourceText(path, System.IO.File.ReadAllText(path)));

    private int? Number(string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
