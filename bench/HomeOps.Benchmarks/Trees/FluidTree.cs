using Fluid;
using Fluid.Values;
using HomeOps.Jinja.Rendering;

namespace HomeOps.Benchmarks.Trees;

/// <summary>Fluid with what the templates of a home-ops tree need.</summary>
internal sealed class FluidTree
{
    private readonly FluidParser parser = new();
    private readonly TemplateOptions options = new();

    public FluidTree(JinjaOptions jinja)
    {
        var functions = new TreeFunctions(jinja);
        foreach (var (name, body) in functions.Plugin)
        {
            Filter(name, body);
        }

        Filter("truth", static (input, _) => TreeFunctions.Truth(input));
        Filter(
            "startswith",
            static (input, arguments) => $"{input}".StartsWith($"{arguments[0]}", StringComparison.Ordinal)
        );
        Filter(
            "indent",
            static (input, arguments) => TreeFunctions.Indent($"{input}", Convert.ToInt32(arguments[0], null))
        );

        // Jinja's selectattr(name, 'equalto', value) is Liquid's where.
        options.Filters.AddFilter(
            "selectattr",
            (input, arguments, context) =>
                options.Filters.TryGetValue("where", out var where)
                    ? where(input, new FilterArguments(arguments.At(0), arguments.At(2)), context)
                    : throw new NotSupportedException("where")
        );
        foreach (var (name, value) in functions.Variables)
        {
            options.Scope.SetValue(name, FluidValue.Create(value, options));
        }
    }

    public IFluidTemplate Parse(string text) => parser.Parse(text);

    public string Render(IFluidTemplate template) => template.Render(new TemplateContext(options));

    private void Filter(string name, Func<object?, object?[], object?> body) =>
        options.Filters.AddFilter(
            name,
            (input, arguments, _) =>
                FluidValue.Create(
                    body(
                        input.ToObjectValue(),
                        [.. Enumerable.Range(0, arguments.Count).Select(i => arguments.At(i).ToObjectValue())]
                    ),
                    options
                )
        );
}
