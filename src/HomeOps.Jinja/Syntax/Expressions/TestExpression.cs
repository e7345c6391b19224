using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Tests;
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
) : FilterOrTestExpression(span, nameSpan, value, name, arguments, ConstancyOf(name))
{
    private Test? test;

    protected override UndefinedCallKind Kind => UndefinedCallKind.Test;

    protected override bool TryFind(JinjaEnvironment environment)
    {
        test = environment.FindTest(Name);
        return test is not null;
    }

    public override Value Evaluate(Frame frame)
    {
        var input = Value.Evaluate(frame);
        try
        {
            return test is null
                ? throw JinjaException.Runtime($"No test named {StringRepr.Of(Name)} found.")
                : test(frame.Context, input, Arguments.Evaluate(frame));
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Compare;

    public override void Print(SourcePrinter printer)
    {
        printer.Operand(Value, Precedence.Filter).Code(" is ").Code(Name);
        if (Arguments.StartsWithNot)
        {
            // "is test not" takes a variable of that name; in parentheses it would negate.
            printer.Code(" ");
            Arguments.PrintFirst(printer);
        }
        else
        {
            Arguments.PrintUnlessEmpty(printer);
        }
    }

    private static Constancy ConstancyOf(string name) =>
        BuiltinTests.Find(name) is null ? Constancy.Variable : Constancy.Constant | Constancy.HasFilter;
}
