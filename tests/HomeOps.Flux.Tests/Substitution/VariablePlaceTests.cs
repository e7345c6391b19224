using HomeOps.Files;
using HomeOps.Flux.Tests.Testing;

namespace HomeOps.Flux.Tests.Substituting;

/// <summary>A finding about a variable shows its <c>${...}</c> as a whole, and not that of another whose name begins alike.</summary>
public sealed class VariablePlaceTests
{
    [Theory]
    [InlineData("${HOSTNAME:=x}.${HOST}", "${HOST}")]
    [InlineData("${HOST_2:=x} ${HOST^^} ${HOST}", "${HOST^^}")]
    [InlineData("a ${HOST/${OTHER:=o}/{}/} b", "${HOST/${OTHER:=o}/{}/}")]
    [InlineData("'{ ${HOST}'", "${HOST}")]
    public void The_place_is_that_of_the_variable(string value, string expected)
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", TestedTree.Ks("web", "./web", "apps") + "  postBuild: {substitute: {A: a}}\n");
        var text = $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c, namespace: apps}}\ndata:\n  text: {value}\n";
        tree.Add("web/c.yaml", text);

        var finding = Assert.Single(FluxCluster.Build(tree, "cluster").Diagnostics);

        Assert.Equal("HO0905", finding.Code);
        Assert.NotNull(finding.Location);
        var span = finding.Location.Span;
        Assert.Equal(expected, text.Substring(span.Start, span.Length));
    }
}
