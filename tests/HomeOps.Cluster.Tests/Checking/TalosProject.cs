namespace HomeOps.Cluster.Tests.Checking;

/// <summary>A repository with templates of its own, of which one is a talconfig, and a patch that a person wrote.</summary>
internal static class TalosProject
{
    private const string Options = """
        [makejinja]
        inputs = ["./templates"]
        output = "./"
        data = ["./cluster.yaml", "./nodes.yaml"]

        """;

    /// <summary>The repository, in the folder <c>home</c>; the patch is <c>talos/patches/mine.yaml</c>.</summary>
    public static Scratch Make(string talconfig)
    {
        var scratch = new Scratch();
        scratch.Write("home/cluster.yaml", Reading.BrokenInputTests.Input("good", "cluster.yaml").Text);
        scratch.Write("home/nodes.yaml", Reading.BrokenInputTests.Input("good", "nodes.yaml").Text);
        scratch.Write("home/makejinja.toml", Options);
        scratch.Write("home/templates/talos/talconfig.yaml", talconfig);
        scratch.Write("home/talos/patches/mine.yaml", "machine:\n  sysctls:\n    a: b\n");
        return scratch;
    }
}
