using System.Text;
using HomeOps.Files;
using HomeOps.Testing;

namespace HomeOps.Kustomize.Tests.Fuzzing;

/// <summary>
/// Damaged kustomizations, objects and patches over small trees in memory: no exception, no second of processor time, no output out of proportion.
/// </summary>
public sealed class KustomizationFuzzTests
{
    private const int MaxOutput = 4 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly string[] Pieces =
    [
        "\n",
        "- ",
        ": ",
        "{}",
        "[]",
        "null",
        "..",
        "../",
        "*a",
        "&a ",
        "<<: ",
        "!!binary ",
        "|\n",
        "$patch: delete\n",
        "$patch: replace\n",
        "resources: [a.yaml]\n",
        "components: [.]\n",
        "namePrefix: p-\n",
        "namespace: x\n",
        "patches: [{path: a.yaml}]\n",
        "target: {kind: '.*'}",
        "includeSelectors: true",
        "behavior: merge",
        "options: {create: true, delimiter: '-', index: 1}",
        "https://example.com/a.yaml",
        "metadata.annotations.[a=b]",
        "kind: List\nitems:\n- ",
        "apiVersion: builtin\n",
        "1e999",
        "0777",
    ];

    private static readonly MemoryTree[] Valid = [.. Corpus("Built")];
    private static readonly MemoryTree[] Broken = [.. Corpus("Broken")];

    [Fact]
    public void No_damage_to_a_kustomization_does_harm() =>
        TestContext.Current.TestOutputHelper?.WriteLine(FuzzRun.Of("kustomization.yaml", Execute).ToString());

    private static bool Execute(Random random)
    {
        // What is broken already leads to other places of the code, but ends earlier.
        var trees = random.Next(4) == 0 ? Broken : Valid;
        var valid = trees[random.Next(trees.Length)];
        var tree = new MemoryTree();
        var paths = valid.All.Select(static f => f.Path).ToArray();
        var damaged = paths[random.Next(paths.Length)];
        foreach (var file in valid.All)
        {
            var bytes = valid.Read(file.Path);
            tree.Add(new MemoryFile(file.Path, file.Path == damaged ? Fuzz.Damage(bytes, random, Pieces) : bytes));
        }

        var begun = ThreadClock.Instance.GetTimestamp();
        var result = KustomizeBuild.Run(tree, "");
        var length = result.ToYaml().Length;
        var taken = ThreadClock.Instance.GetElapsedTime(begun);
        return taken >= Limit ? throw new InvalidOperationException($"it took {taken}\n{Describe(tree)}")
            : length > MaxOutput ? throw new InvalidOperationException($"{length} characters\n{Describe(tree)}")
            : !result.HasErrors;
    }

    private static IEnumerable<MemoryTree> Corpus(string kind) =>
        Directory
            .EnumerateFiles(Golden.Path($"../Cases/{kind}"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Where(static f => Path.GetFileName(f) != "anchor-bomb.txt")
            .Select(static f => CaseTree.Parse(File.ReadAllText(f)));

    private static string Describe(MemoryTree tree) =>
        string.Concat(tree.All.Select(f => $"=== {f.Path}\n{Encoding.UTF8.GetString(tree.Read(f.Path))}\n"));
}
