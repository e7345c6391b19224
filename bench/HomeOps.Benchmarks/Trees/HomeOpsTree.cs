using System.Runtime.CompilerServices;
using System.Text;
using BenchmarkDotNet.Attributes;
using HomeOps.Jinja.Rendering;

namespace HomeOps.Benchmarks.Trees;

/// <summary>
/// Every template of a home-ops tree. Nothing stands beside it: no other engine for .NET reads these templates. bench/run sets
/// the whole process beside Python's Jinja2 on the same tree.
/// </summary>
[MemoryDiagnoser]
public class HomeOpsTree
{
    private TemplateTree tree = null!;
    private JinjaEnvironment environment = null!;
    private Template[] parsed = [];

    public static IEnumerable<string> Trees =>
        TemplateTree.Seed(Repository()) is null ? ["blueprint"] : ["blueprint", "home-ops-seed"];

    [ParamsSource(nameof(Trees))]
    public string Tree { get; set; } = "blueprint";

    [GlobalSetup]
    public void Prepare()
    {
        var repository = Repository();
        tree =
            (Tree == "blueprint" ? TemplateTree.Blueprint(repository) : TemplateTree.Seed(repository))
            ?? throw new InvalidOperationException($"There is no tree '{Tree}'.");
        environment = new JinjaEnvironment(tree.Options);
        parsed = [.. tree.Templates.Keys.Select(environment.GetTemplate)];
        if (Render() == 0)
        {
            throw new InvalidOperationException($"The tree '{Tree}' rendered to nothing.");
        }
    }

    [Benchmark]
    public int Parse() => tree.Templates.Sum(t => environment.FromString(t.Value, t.Key).Source.Text.Length);

    [Benchmark]
    public int Render()
    {
        var output = new StringBuilder();
        foreach (var template in parsed)
        {
            template.Render(output);
        }

        return output.Length;
    }

    // BenchmarkDotNet runs in a folder of its own making; the sources stay where they were compiled.
    private static string Repository([CallerFilePath] string path = "") =>
        Path.GetFullPath("../../..", Path.GetDirectoryName(path) ?? path);
}
