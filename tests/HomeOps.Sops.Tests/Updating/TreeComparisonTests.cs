using HomeOps.Sops.Updating;

namespace HomeOps.Sops.Tests.Updating;

public sealed class TreeComparisonTests
{
    [Theory]
    [InlineData("a: 1\n", "a: 0x1\n")]
    [InlineData("a: 1\n", "a: 1.0\n")]
    [InlineData("a: {} # c\n", "a: {}\n")]
    [InlineData("a: x\n", "\"a\": 'x'\n")]
    [InlineData("a: {b: [1, 2]}\n", "a:\n  b:\n    - 1\n    - 2\n")]
    [InlineData("a: 1 # c\n", "# c\na: 1\n")]
    [InlineData("a:\n  b: 1\n  # c\nd: 2\n", "a:\n  b: 1\n# c\nd: 2\n")]
    [InlineData("a:\n  # c\n  - k: v\n", "a:\n  - # c\n    k: v\n")]
    public void Layout_does_not_count(string a, string b) => Assert.True(Equal(a, b));

    [Theory]
    [InlineData("a: 1\n", "a: \"1\"\n")]
    [InlineData("a: 1\n", "b: 1\n")]
    [InlineData("a: 1\nb: 2\n", "b: 2\na: 1\n")]
    [InlineData("a: {}\n", "a: []\n")]
    [InlineData("a: {}\n", "a: null\n")]
    [InlineData("a: [[1], 2]\n", "a: [[1, 2]]\n")]
    [InlineData("a: {b: 1}\nc: 2\n", "a: {b: 1, c: 2}\n")]
    [InlineData("a: 1\n", "a: 1\n---\nb: 1\n")]
    [InlineData("# c\na: 1\n", "a: 1\n")]
    [InlineData("# c\na: 1\n", "# d\na: 1\n")]
    [InlineData("# c\na: 1\nb: 2\n", "a: 1\n# c\nb: 2\n")]
    public void Everything_else_does(string a, string b) => Assert.False(Equal(a, b));

    private static bool Equal(string a, string b) =>
        TreeComparison.AreEqual(
            SopsFormat.Yaml.Read(Household.Source(a)).Tree,
            SopsFormat.Yaml.Read(Household.Source(b)).Tree
        );
}
