using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>value is name(…)</c>.</summary>
internal sealed class TestExpression(
    TextSpan span,
    TextSpan nameSpan,
    Expression value,
    string name,
    ArgumentList arguments
) : Expression(span)
{
    private Test? test;

    public override void Declare(Scope scope)
    {
        value.Declare(scope);
        arguments.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        test = binding.Compilation.Environment.FindTest(name);
        if (test is null)
        {
            binding.Compilation.NoteUnknown(UndefinedCallKind.Test, name, nameSpan, binding.IsSoft);
        }

        value.Bind(binding);
        arguments.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        var input = value.Evaluate(frame);
        try
        {
            return test is null
                ? throw JinjaException.Runtime($"No test named {StringRepr.Of(name)} found.")
                : test(frame.Context, input, arguments.Evaluate(frame));
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Compare;

    public override void Print(SourcePrinter printer)
    {
        printer.Operand(value, Precedence.Filter).Code(" is ").Code(name);
        if (arguments.StartsWithNot)
        {
            // "is test not" takes a variable of that name; in parentheses it would negate.
            printer.Code(" ");
            arguments.PrintFirst(printer);
        }
        else
        {
            arguments.PrintUnlessEmpty(printer);
        }
    }
}
