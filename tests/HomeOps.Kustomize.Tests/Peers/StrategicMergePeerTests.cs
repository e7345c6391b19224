using HomeOps.Files;
using HomeOps.Testing;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>Strategic merge patches give what they give in kubectl. HOMEOPS_FUZZ sets the number of pairs.</summary>
public sealed class StrategicMergePeerTests
{
    private const int BatchSize = 50;

    [Fact]
    public void Patches_merge_as_in_kubectl()
    {
        Kubectl.Require();
        var seed = Fuzz.Seed ?? Environment.TickCount;
        var differences = new List<string>();
        for (var batch = 0; batch * BatchSize < Fuzz.Count && differences.Count == 0; batch++)
        {
            Compare(unchecked(seed + batch), differences);
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences.OrderBy(static d => d.Length).Take(3)));
    }

    // Many objects go into one tree, since starting a process takes longer than merging; what fails goes alone.
    private static void Compare(int seed, List<string> differences)
    {
        var generator = new PatchGen(new Random(seed));
        var together = new List<(string Object, string Patch)>();
        for (var i = 0; i < BatchSize; i++)
        {
            var pair = generator.Pair($"r{i}");
            if (Ours(Tree([pair])) is null)
            {
                CompareOne(pair, differences);
            }
            else
            {
                together.Add(pair);
            }
        }

        var tree = Tree(together);
        if (Ours(tree) != Kubectl.Build(tree).Yaml)
        {
            foreach (var pair in together)
            {
                CompareOne(pair, differences);
            }
        }
    }

    private static void CompareOne((string Object, string Patch) pair, List<string> differences)
    {
        var tree = Tree([pair]);
        var ours = Ours(tree) ?? "an error\n";
        var (yaml, error) = Kubectl.Build(tree);
        var theirs = yaml ?? "an error\n";
        if (ours != theirs)
        {
            differences.Add(
                $"{pair.Object}\n{pair.Patch}\n{error}\n(- kubectl, + here)\n{LineDifference.Between(theirs, ours)}"
            );
        }
    }

    private static string? Ours(Dictionary<string, string> files)
    {
        var tree = new MemoryTree();
        foreach (var (path, text) in files)
        {
            tree.Add(path, text);
        }

        var result = KustomizeBuild.Run(tree, "", Kubectl.Options);
        return result.HasErrors ? null : result.ToYaml();
    }

    private static Dictionary<string, string> Tree(IReadOnlyCollection<(string Object, string Patch)> pairs) =>
        new()
        {
            ["kustomization.yaml"] = "resources: [objects.yaml]\npatchesStrategicMerge: [patches.yaml]\n",
            ["objects.yaml"] = string.Join("\n---\n", pairs.Select(static p => p.Object)),
            ["patches.yaml"] = string.Join("\n---\n", pairs.Select(static p => p.Patch)),
        };
}
