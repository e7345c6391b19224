using System.Collections;
using HomeOps.Jinja.Rendering;
using Scriban.Runtime;

namespace HomeOps.Benchmarks.Trees;

/// <summary>Scriban with what the templates of a home-ops tree need.</summary>
internal sealed class ScribanTree
{
    private readonly Scriban.TemplateContext context = new() { LimitToString = 0 };

    public ScribanTree(JinjaOptions jinja)
    {
        var variables = new ScriptObject();
        context.PushGlobal(variables);
        var functions = new TreeFunctions(jinja);
        foreach (var (name, body) in functions.Plugin)
        {
            if (name == "nthhost")
            {
                variables.Import(
                    name,
                    new Func<object?, object?, object?>((input, argument) => body(input, [argument]))
                );
            }
            else
            {
                variables.Import(name, new Func<object?, object?>(input => body(input, [])));
            }
        }

        variables.Import("truth", new Func<object?, bool>(TreeFunctions.Truth));
        variables.Import(
            "indent",
            new Func<string, int, bool, string>(static (text, width, _) => TreeFunctions.Indent(text, width))
        );
        variables.Import("selectattr", new Func<IEnumerable, string, string, object?, List<object?>>(Where));
        foreach (var (name, value) in functions.Variables)
        {
            variables[name] = value;
        }
    }

    /// <summary>Renders in the one context, as its built-in functions are dear to make; what a template sets goes with it.</summary>
    public string Render(Scriban.Template template)
    {
        context.PushGlobal(new ScriptObject());
        var output = template.Render(context);
        context.PopGlobal();
        return output;
    }

    private static List<object?> Where(IEnumerable items, string name, string test, object? value) =>
        [
            .. items
                .OfType<IReadOnlyDictionary<string, object?>>()
                .Where(i =>
                    test == "equalto"
                        ? i.TryGetValue(name, out var found) && Equals(found, value)
                        : throw new NotSupportedException(test)
                ),
        ];
}
