using HomeOps.Jinja.Filters;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>value|name(…)</c>.</summary>
internal sealed class FilterExpression(
    TextSpan span,
    TextSpan nameSpan,
    Expression value,
    string name,
    ArgumentList arguments
) : FilterOrTestExpression(span, nameSpan, value, name, arguments, ConstancyOf(name))
{
    private Filter? filter;

    protected override UndefinedCallKind Kind => UndefinedCallKind.Filter;

    protected override bool TryFind(JinjaEnvironment environment)
    {
        filter = environment.FindFilter(Name);
        return filter is not null;
    }

    public override Value Evaluate(Frame frame)
    {
        var input = Value.Evaluate(frame);
        try
        {
            return filter is null
                ? throw JinjaException.Runtime($"No filter named {StringRepr.Of(Name)} found.")
                : filter(frame.Context, input, Arguments.Evaluate(frame));
        }
        catch (JinjaException error) when (frame.Place(error, NameSpan))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Filter;

    public override void Print(SourcePrinter printer)
    {
        printer.Operand(Value, Precedence.Filter).Code(Value is CapturedTextExpression ? "" : "|").Code(Name);
        Arguments.PrintUnlessEmpty(printer);
    }

    private static Constancy ConstancyOf(string name) =>
        BuiltinFilters.TakesContext(name) || BuiltinFilters.Find(name) is null
            ? Constancy.Variable
            : Constancy.Constant | Constancy.HasFilter;
}
