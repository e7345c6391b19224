using HomeOps.Files;
using HomeOps.Flux.Tests.Testing;

namespace HomeOps.Flux.Tests.Hostile;

/// <summary>A file that may not be read is a finding of what needs it; the rest of the tree is tested all the same.</summary>
public sealed class UnreadableTests
{
    [Theory]
    [InlineData("cluster/ks.yaml", "cluster/ks.yaml")]
    [InlineData("apps/kustomization.yaml", "apps/kustomization.yaml")]
    [InlineData("apps/settings.yaml", "apps/kustomization.yaml")]
    [InlineData("web/app.yaml", "web/app.yaml")]
    [InlineData("web/late.yaml", "web/late.yaml")]
    public void A_file_that_may_not_be_read_is_a_finding(string path, string at)
    {
        var tree = new TestedTree().Add("web/late.yaml", TestedTree.ConfigMap("late", "home", "a: b"));

        var report = FluxTest.Run(FluxCluster.Build(new ClosedTree(tree.Files, path), "cluster", tree.Options));

        var finding = Assert.Single(report.Diagnostics, static d => d.Code == "HO0709");
        Assert.Equal($"'{path}' cannot be read: permission denied", finding.Message);
        Assert.Equal(at, finding.Location?.Path);
        Assert.NotEmpty(report.Rows);
    }

    [Fact]
    public void What_nobody_applies_may_be_closed()
    {
        var tree = new TestedTree().Add("apps/unlisted.yaml", TestedTree.Ks("unlisted", "./web"));

        var report = FluxTest.Run(
            FluxCluster.Build(new ClosedTree(tree.Files, "apps/unlisted.yaml"), "cluster", tree.Options)
        );

        Assert.Empty(report.Diagnostics);
    }

    private sealed class ClosedTree(FileTree tree, string closed) : FileTree
    {
        public override string Root => tree.Root;

        public override FileEntry? Find(string path) => tree.Find(path);

        public override IReadOnlyList<FileEntry> List(string folder) => tree.List(folder);

        public override byte[] Read(string path) =>
            path == closed ? throw new IOException("closed", new UnauthorizedAccessException()) : tree.Read(path);
    }
}
