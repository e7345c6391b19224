using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Fluid;
using HomeOps.Benchmarks.Engines;
using HomeOps.Jinja.Rendering;

namespace HomeOps.Benchmarks.Trees;

/// <summary>
/// Every template of a home-ops tree, for Fluid and Scriban as <see cref="TemplateTranslation"/> writes it in their languages. What
/// cannot be translated is left out for all three and named when the benchmark starts: nothing of the seed's 94 templates, 10 of the
/// blueprint's 131 (tojson, not, loops with a condition, conditions as values). bench/run sets the whole process beside Python's
/// Jinja2 on the same tree.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class HomeOpsTree
{
    private readonly List<(string Name, string Jinja, string Liquid, string Scriban)> texts = [];
    private JinjaEnvironment environment = new();
    private FluidTree fluidTree = new(new JinjaOptions());
    private ScribanTree scribanTree = new(new JinjaOptions());
    private Template[] jinja = [];
    private IFluidTemplate[] fluid = [];
    private Scriban.Template[] scriban = [];

    public static IEnumerable<string> Trees =>
        TemplateTree.Seed(Repository()) is null ? ["blueprint"] : ["blueprint", "home-ops-seed"];

    [ParamsSource(nameof(Trees))]
    public string Tree { get; set; } = "blueprint";

    [GlobalSetup]
    public void Prepare()
    {
        var repository = Repository();
        var tree =
            (Tree == "blueprint" ? TemplateTree.Blueprint(repository) : TemplateTree.Seed(repository))
            ?? throw new InvalidOperationException($"There is no tree '{Tree}'.");
        Translate(tree);
        environment = new JinjaEnvironment(tree.Options);
        fluidTree = new FluidTree(tree.Options);
        scribanTree = new ScribanTree(tree.Options);
        jinja = [.. texts.Select(t => environment.GetTemplate(t.Name))];
        fluid = [.. texts.Select(t => fluidTree.Parse(t.Liquid))];
        scriban = [.. texts.Select(static t => Scriban.Template.Parse(t.Scriban))];
        for (var i = 0; i < texts.Count; i++)
        {
            // The name makes sure that there is something to compare where a template prints nothing.
            var name = $"{texts[i].Name}\n";
            SameOutput.Require(
                ("homeops", name + jinja[i].Render()),
                ("Fluid", name + fluidTree.Render(fluid[i])),
                ("Scriban", name + scribanTree.Render(scriban[i]))
            );
        }
    }

    [Benchmark(Baseline = true, Description = "homeops")]
    [BenchmarkCategory("parse")]
    public int ParseJinja() => texts.Sum(t => environment.FromString(t.Jinja, t.Name).Source.Text.Length);

    [Benchmark(Description = "Fluid")]
    [BenchmarkCategory("parse")]
    public int ParseFluid() => texts.Count(t => fluidTree.Parse(t.Liquid) is not null);

    [Benchmark(Description = "Scriban")]
    [BenchmarkCategory("parse")]
    public int ParseScriban() => texts.Count(static t => !Scriban.Template.Parse(t.Scriban).HasErrors);

    [Benchmark(Baseline = true, Description = "homeops")]
    [BenchmarkCategory("render")]
    public int RenderJinja() => jinja.Sum(static t => t.Render().Length);

    [Benchmark(Description = "Fluid")]
    [BenchmarkCategory("render")]
    public int RenderFluid() => fluid.Sum(t => fluidTree.Render(t).Length);

    [Benchmark(Description = "Scriban")]
    [BenchmarkCategory("render")]
    public int RenderScriban() => scriban.Sum(t => scribanTree.Render(t).Length);

    private void Translate(TemplateTree tree)
    {
        foreach (var (name, text) in tree.Templates)
        {
            try
            {
                var syntax = tree.Options.Syntax;
                texts.Add(
                    (
                        name,
                        text,
                        new LiquidTranslation().Translate(text, syntax),
                        new ScribanTranslation().Translate(text, syntax)
                    )
                );
            }
            catch (NotSupportedException error)
            {
                Console.WriteLine($"{Tree}: {name} is left out: {error.Message}");
            }
        }

        Console.WriteLine($"{Tree}: {texts.Count} of {tree.Templates.Count} templates take part.");
    }

    // BenchmarkDotNet runs in a folder of its own making; the sources stay where they were compiled.
    private static string Repository([CallerFilePath] string path = "") =>
        Path.GetFullPath("../../..", Path.GetDirectoryName(path) ?? path);
}
