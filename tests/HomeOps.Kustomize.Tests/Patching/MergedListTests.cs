using HomeOps.Files;
using HomeOps.Testing;

namespace HomeOps.Kustomize.Tests.Patching;

/// <summary>
/// What strategic merge patches make of lists, oddities included: merged-lists.txt holds the field of a Pod, the object's list, the
/// patch's list, and the list that kubectl kustomize (5.7.1) printed.
/// </summary>
public sealed class MergedListTests
{
    public static TheoryData<string> Lines => new(File.ReadAllLines(Golden.Path("merged-lists.txt")));

    [Theory]
    [MemberData(nameof(Lines))]
    public void Lists_merge_as_in_kubectl(string line)
    {
        var parts = line.Split(" | ");
        var (field, own, patch, merged) = (parts[0], parts[1], parts[2], parts[3]);
        var tree = new MemoryTree();
        tree.Add("kustomization.yaml", "resources: [o.yaml]\npatches: [{path: p.yaml}]\n");
        tree.Add("o.yaml", Pod(own == "none" ? "" : $"\"{field}\":{own},"));
        tree.Add("p.yaml", Pod($"\"{field}\":{patch},"));
        var result = KustomizeBuild.Run(tree, "");
        Assert.False(result.HasErrors, string.Join('\n', result.Diagnostics));
        Assert.Equal(
            Pod(merged == "\"gone\"" ? "" : $"\"{field}\":{merged},"),
            Pod(SpecOf(Assert.Single(result.Resources).ToJson()))
        );
    }

    [Fact]
    public void A_patch_that_is_copied_makes_texts_of_labels_and_annotations()
    {
        const string Patch = "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {a: null, b: 1}}}";
        Assert.Equal("    b: 1\n", LabelsAfter($"patches: [{{patch: '{Patch}'}}]"));
        Assert.Equal(
            "    a: \"null\"\n    b: \"1\"\n",
            LabelsAfter($"patches: [{{patch: '{Patch}', target: {{kind: Pod}}}}]")
        );
    }

    private static string LabelsAfter(string patches)
    {
        var tree = new MemoryTree();
        tree.Add("kustomization.yaml", $"resources: [o.yaml]\n{patches}\n");
        tree.Add("o.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {a: x}}}");
        var yaml = KustomizeBuild.Run(tree, "").ToYaml();
        return yaml[
            (yaml.IndexOf("labels:\n", StringComparison.Ordinal) + 8)..yaml.IndexOf("  name:", StringComparison.Ordinal)
        ];
    }

    // The field that is looked at comes before "z".
    private static string Pod(string field) =>
        $"{{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{{\"name\":\"p\"}},\"spec\":{{{field}\"z\":1}}}}";

    private static string SpecOf(string json)
    {
        const string Before = "\"spec\":{";
        var start = json.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return json[start..json.LastIndexOf("\"z\":1", StringComparison.Ordinal)];
    }
}
