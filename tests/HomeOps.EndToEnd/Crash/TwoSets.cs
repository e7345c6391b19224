using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HomeOps.EndToEnd;

/// <summary>
/// A configured repository, and a change of its input by which files come, change and go. Whatever happens to a run, the repository
/// must end as one of the two sets. Ciphertext is fresh in each run, so sets are compared without it; <c>configure --check</c>, which
/// decrypts, says whether it holds the right thing.
/// </summary>
internal sealed partial class TwoSets : IDisposable
{
    private const string Temporary = ".homeops-tmp-";
    private readonly ScratchFolder scratch = new();
    private readonly string oldInput;
    private readonly string newInput;
    private int copies;

    public TwoSets()
    {
        scratch.CopyFrom("examples/home", "example");
        HomeOpsBinary
            .Run(scratch.Path, "configure", "example", "--into", "old", "--create-keys", "--age-key", "classic")
            .Expect(0);
        // A work tree, so that what was generated is remembered there.
        scratch.Write("old/.git/HEAD", "ref: refs/heads/main\n");
        HomeOpsBinary.Run(scratch["old"], "configure").Expect(0);
        Assert.True(File.Exists(scratch["old/.git/homeops/written"]));
        oldInput = scratch.Read("old/cluster.yaml");
        newInput = Changed(oldInput);
        Old = SetOf(scratch["old"]);
        var changed = Copy();
        SetInput(changed, isNew: true);
        HomeOpsBinary.Run(changed, "configure").Expect(0);
        New = SetOf(changed);
        Assert.True(Old.Keys.Except(New.Keys).Count() > 3, "files go");
        Assert.True(New.Keys.Except(Old.Keys).Count() > 1, "files come");
        Assert.True(New.Count(f => Old.TryGetValue(f.Key, out var before) && before != f.Value) > 5, "files change");
        Directory.Delete(changed, recursive: true);
    }

    /// <summary>Path to content, before the change of the input.</summary>
    public IReadOnlyDictionary<string, string> Old { get; }

    /// <summary>Path to content, after it.</summary>
    public IReadOnlyDictionary<string, string> New { get; }

    /// <summary>The repository before the change, in a folder of its own that holds the new input.</summary>
    public string Copy()
    {
        var target = scratch[$"copy-{Interlocked.Increment(ref copies)}"];
        var source = scratch["old"];
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories).Prepend(source))
        {
            Directory.CreateDirectory(Path.Join(target, Path.GetRelativePath(source, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Join(target, Path.GetRelativePath(source, file)));
        }

        SetInput(target, isNew: true);
        return target;
    }

    public void SetInput(string folder, bool isNew) =>
        File.WriteAllText(Path.Join(folder, "cluster.yaml"), isNew ? newInput : oldInput);

    /// <summary>
    /// After a run that died: either its journal says what is still to be done, or everything in sight is the old or the new set.
    /// </summary>
    public void ExpectNothingHalf(string folder)
    {
        if (!File.Exists(Path.Join(folder, ".homeops/journal.json")))
        {
            var found = SetOf(folder, withTemporary: false);
            Assert.True(Same(found, Old) || Same(found, New), $"half a set: {Difference(found, New)}");
        }
    }

    /// <summary>Runs configure once, undisturbed: it must end in exactly the set of its input, and leave nothing behind.</summary>
    public void ExpectNextRunCompletes(string folder, bool isNew)
    {
        SetInput(folder, isNew);
        HomeOpsBinary.Run(folder, "configure").Expect(0);
        var found = SetOf(folder);
        Assert.True(Same(found, isNew ? New : Old), Difference(found, isNew ? New : Old));
        ExpectManifestTrue(folder);
        Assert.False(File.Exists(Path.Join(folder, ".homeops/journal.json")));
        Assert.False(File.Exists(Path.Join(folder, ".homeops/journal.new.json")));
        Assert.Equal(["written"], Directory.GetFiles(Path.Join(folder, ".git/homeops")).Select(Path.GetFileName));
        Assert.DoesNotContain(
            Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories),
            static d => !Directory.EnumerateFileSystemEntries(d).Any()
        );
        HomeOpsBinary.Run(folder, "configure", "--check").Expect(0);
    }

    public void Dispose() => scratch.Dispose();

    private static string Changed(string input)
    {
        var changed = input
            .Replace("cilium_hubble_enabled: true", "cilium_hubble_enabled: false", StringComparison.Ordinal)
            .Replace("storage_zfs_pool: \"tank\"", "", StringComparison.Ordinal)
            .Replace("test-only-cloudflare-token", "test-only-second-token", StringComparison.Ordinal)
            .Replace("\"dsr\"", "\"snat\"", StringComparison.Ordinal);
        return changed
            + """
                notification_type: discord
                notification_url: "https://chat.example.com/hook"
                notification_token: "test-only-notification-token"

                """;
    }

    private static Dictionary<string, string> SetOf(string folder, bool withTemporary = true) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(folder, f), Absolute: f))
            .Where(static f => !f.Path.StartsWith(".git/", StringComparison.Ordinal))
            .Where(static f =>
                !f.Path.StartsWith(".homeops/", StringComparison.Ordinal)
                || f.Path.Contains(Temporary, StringComparison.Ordinal)
            )
            .Where(f =>
                f.Path != "cluster.yaml" && (withTemporary || !f.Path.Contains(Temporary, StringComparison.Ordinal))
            )
            .ToDictionary(
                static f => f.Path,
                static f =>
                    $"{File.GetUnixFileMode(f.Absolute)} {Ciphertext().Replace(File.ReadAllText(f.Absolute), "…")}",
                StringComparer.Ordinal
            );

    private static void ExpectManifestTrue(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, ".homeops/manifest.json")));
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateObject())
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Join(folder, file.Name))));
            Assert.Equal(hash, file.Value.GetString());
        }
    }

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(f => b.TryGetValue(f.Key, out var other) && other == f.Value);

    private static string Difference(
        IReadOnlyDictionary<string, string> found,
        IReadOnlyDictionary<string, string> expected
    ) =>
        string.Join(
            '\n',
            found
                .Keys.Union(expected.Keys)
                .Where(k => found.GetValueOrDefault(k) != expected.GetValueOrDefault(k))
                .Select(k => $"{(found.ContainsKey(k) ? expected.ContainsKey(k) ? "other" : "extra" : "missing")} {k}")
        );

    [GeneratedRegex(
        @"ENC\[[^\]]*\]|-----BEGIN AGE ENCRYPTED FILE-----[^-]*-----END AGE ENCRYPTED FILE-----|lastmodified: .*"
    )]
    private static partial Regex Ciphertext();
}
