using HomeOps.Testing;

namespace HomeOps.Kustomize.Tests;

// What is said about the broken trees in Cases/Broken: every finding with its place and hint.
public sealed class BrokenCases
{
    public static TheoryData<string> Cases => CaseTree.Names(Golden.Path("Cases/Broken"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_is_wrong(string name)
    {
        var tree = CaseTree.Parse(File.ReadAllText(Golden.Path($"Cases/Broken/{name}.txt")));
        var result = KustomizeBuild.Run(tree, "");
        Assert.True(result.HasErrors);
        Assert.Empty(result.Resources);
        Golden.Verify(
            $"Cases/Broken/{name}.expected",
            string.Concat(result.Diagnostics.Select(d => $"{d}\n{(d.Hint is null ? "" : $"  {d.Hint}\n")}"))
        );
    }
}
