using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>debug</c>: prints the variables with their values and the names of all filters and tests.</summary>
internal sealed class DebugStatement(TextSpan span) : Statement(span)
{
    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding) { }

    public override Flow Render(Frame frame)
    {
        var context = frame.Context;
        var environment = context.State.Environment;
        var variables = new PyDict();
        foreach (var name in context.Names().Distinct(StringComparer.Ordinal))
        {
            variables[name] = context.Resolve(name);
        }

        var all = new PyDict(3)
        {
            ["context"] = variables,
            ["filters"] = Sorted(environment.FilterNames),
            ["tests"] = Sorted(environment.TestNames),
        };
        frame.Output.Append(context.CallFilter("pprint", all, CallArguments.None), escape: false);
        return Flow.Next;
    }

    private static PyList Sorted(IEnumerable<string> names) =>
        new(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static n => (Value)n));

    public override void Print(SourcePrinter printer) => printer.Tag("debug").EndTag();
}
