using HomeOps.Testing;

namespace HomeOps.Kustomize.Tests;

// What kustomize prints for the trees in Cases/Built. The expectations were compared with those of kubectl kustomize (5.7).
public sealed class BuiltCases
{
    public static TheoryData<string> Cases => CaseTree.Names(Golden.Path("Cases/Built"));

    /// <summary>The tree of a case, as it is written.</summary>
    public static string Text(string name) => File.ReadAllText(Golden.Path($"Cases/Built/{name}.txt"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Builds_what_kustomize_builds(string name)
    {
        var tree = CaseTree.Parse(Text(name));
        var result = KustomizeBuild.Run(tree, "", new KustomizeOptions { IsRootOnly = true });
        Assert.False(result.HasErrors, string.Join('\n', result.Diagnostics));
        Golden.Verify($"Cases/Built/{name}.yaml", result.ToYaml());
    }
}
