using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Fluid;
using HomeOps.Benchmarks.Engines;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using Scriban.Runtime;

namespace HomeOps.Benchmarks.Pages;

/// <summary>A page of a hundred products: a loop, a condition, two filters.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ProductPage
{
    private readonly JinjaEnvironment environment = new();
    private readonly FluidParser fluidParser = new();
    private readonly TemplateOptions fluidOptions = new();
    private readonly Dictionary<string, Value> variables = new(StringComparer.Ordinal);
    private readonly ScriptObject scribanVariables = [];
    private Template jinja = null!;
    private IFluidTemplate fluid = null!;
    private Scriban.Template scriban = null!;

    [GlobalSetup]
    public void Prepare()
    {
        variables["products"] = new PyList(
            Product.Hundred.Select(static p =>
            {
                var row = new PyDict(3);
                row.Set("name", p.Name);
                row.Set("price", p.Price);
                row.Set("description", p.Description);
                return (Value)row;
            })
        );
        fluidOptions.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.SnakeCase;
        fluidOptions.MemberAccessStrategy.Register<Product>();
        scribanVariables["products"] = Product.Hundred;
        jinja = ParseJinja();
        fluid = ParseFluid();
        scriban = ParseScriban();
        SameOutput.Require(("homeops", RenderJinja()), ("Fluid", RenderFluid()), ("Scriban", RenderScriban()));
    }

    [Benchmark(Baseline = true, Description = "homeops")]
    [BenchmarkCategory("parse")]
    public Template ParseJinja() => environment.FromString(ProductPageTemplates.Jinja);

    [Benchmark(Description = "Fluid")]
    [BenchmarkCategory("parse")]
    public IFluidTemplate ParseFluid() => fluidParser.Parse(ProductPageTemplates.Liquid);

    [Benchmark(Description = "Scriban")]
    [BenchmarkCategory("parse")]
    public Scriban.Template ParseScriban() => Scriban.Template.Parse(ProductPageTemplates.Scriban);

    [Benchmark(Baseline = true, Description = "homeops")]
    [BenchmarkCategory("render")]
    public string RenderJinja() => jinja.Render(variables);

    [Benchmark(Description = "Fluid")]
    [BenchmarkCategory("render")]
    public string RenderFluid()
    {
        var context = new Fluid.TemplateContext(fluidOptions);
        context.SetValue("products", Product.Hundred);
        return fluid.Render(context);
    }

    [Benchmark(Description = "Scriban")]
    [BenchmarkCategory("render")]
    public string RenderScriban()
    {
        var context = new Scriban.TemplateContext();
        context.PushGlobal(scribanVariables);
        return scriban.Render(context);
    }
}
