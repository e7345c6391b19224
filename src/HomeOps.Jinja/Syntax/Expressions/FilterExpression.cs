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
) : Expression(span)
{
    private Filter? filter;

    public override void Declare(Scope scope)
    {
        value.Declare(scope);
        arguments.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        filter = binding.Compilation.Environment.FindFilter(name);
        if (filter is null)
        {
            binding.Compilation.NoteUnknown(UndefinedCallKind.Filter, name, nameSpan, binding.IsSoft);
        }

        value.Bind(binding);
        arguments.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        var input = value.Evaluate(frame);
        try
        {
            return filter is null
                ? throw JinjaException.Runtime($"No filter named {StringRepr.Of(name)} found.")
                : filter(frame.Context, input, arguments.Evaluate(frame));
        }
        catch (JinjaException error) when (frame.Place(error, nameSpan))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Filter;

    public override void Print(SourcePrinter printer)
    {
        printer.Operand(value, Precedence.Filter).Code(value is CapturedTextExpression ? "" : "|").Code(name);
        arguments.PrintUnlessEmpty(printer);
    }
}
