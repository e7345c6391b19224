using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Fluid;
using HomeOps.Benchmarks.Engines;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using Scriban.Parsing;
using Scriban.Runtime;

namespace HomeOps.Benchmarks.Pages;

/// <summary>A chain of twenty templates, each of which extends the next.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class InheritanceChain
{
    private readonly Dictionary<string, Value> variables = new(StringComparer.Ordinal) { ["title"] = "the title" };
    private readonly JinjaEnvironment environment = new(
        new JinjaOptions { Loader = new DictionaryLoader(ChainTemplates.Jinja) }
    );
    private readonly FluidParser fluidParser = new();
    private readonly TemplateOptions fluidOptions = new() { FileProvider = new LiquidFiles() };
    private readonly ScribanFiles scribanFiles = new();
    private Template jinja = null!;
    private IFluidTemplate fluid = null!;
    private Scriban.Template scriban = null!;

    [GlobalSetup]
    public void Prepare()
    {
        jinja = environment.GetTemplate(ChainTemplates.Last);
        fluid = fluidParser.Parse(ChainTemplates.Liquid[ChainTemplates.Last]);
        scriban = Scriban.Template.Parse(ChainTemplates.Scriban[ChainTemplates.Last]);
        SameOutput.Require(("homeops", RenderJinja()), ("Fluid", RenderFluid()), ("Scriban", RenderScriban()));
    }

    [Benchmark(Baseline = true, Description = "homeops")]
    [BenchmarkCategory("parse")]
    public int ParseJinja() => ChainTemplates.Jinja.Values.Sum(t => environment.FromString(t).Source.Text.Length);

    [Benchmark(Description = "Fluid")]
    [BenchmarkCategory("parse")]
    public int ParseFluid() => ChainTemplates.Liquid.Values.Count(t => fluidParser.Parse(t) is not null);

    [Benchmark(Description = "Scriban")]
    [BenchmarkCategory("parse")]
    public int ParseScriban() => ChainTemplates.Scriban.Values.Count(static t => !Scriban.Template.Parse(t).HasErrors);

    [Benchmark(Baseline = true, Description = "homeops")]
    [BenchmarkCategory("render")]
    public string RenderJinja() => jinja.Render(variables);

    [Benchmark(Description = "Fluid")]
    [BenchmarkCategory("render")]
    public string RenderFluid()
    {
        var context = new Fluid.TemplateContext(fluidOptions);
        context.SetValue("title", "the title");
        return fluid.Render(context);
    }

    [Benchmark(Description = "Scriban")]
    [BenchmarkCategory("render")]
    public string RenderScriban()
    {
        var context = new Scriban.TemplateContext { TemplateLoader = scribanFiles };
        context.PushGlobal(new ScriptObject { ["title"] = "the title" });

        // Scriban keeps what it parsed in the context; the other two keep it elsewhere.
        foreach (var (name, template) in scribanFiles.Parsed)
        {
            context.CachedTemplates[name] = template;
        }

        return scriban.Render(context);
    }

    private sealed class ScribanFiles : Scriban.Runtime.ITemplateLoader
    {
        public IReadOnlyDictionary<string, Scriban.Template> Parsed { get; } =
            ChainTemplates.Scriban.ToDictionary(
                static t => t.Key,
                static t => Scriban.Template.Parse(t.Value),
                StringComparer.Ordinal
            );

        public string GetPath(Scriban.TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templateName;

        public string Load(Scriban.TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            ChainTemplates.Scriban[templatePath];

        public ValueTask<string?> LoadAsync(
            Scriban.TemplateContext context,
            SourceSpan callerSpan,
            string templatePath
        ) => new(Load(context, callerSpan, templatePath));
    }
}
