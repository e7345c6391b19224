using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>-a</c> and <c>+a</c>.</summary>
internal sealed class SignExpression(TextSpan span, bool isNegative, Expression operand)
    : Expression(span, operand.Constancy)
{
    public bool IsNegative { get; } = isNegative;

    public override void Declare(Scope scope) => operand.Declare(scope);

    public override void Bind(Binding binding) => operand.Bind(binding.Within(this));

    public override Value Evaluate(Frame frame)
    {
        var value = operand.Evaluate(frame);
        try
        {
            return IsNegative ? Arithmetic.Negate(value) : Arithmetic.Plus(value);
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Sign;

    public override void Print(SourcePrinter printer) =>
        printer.Code(IsNegative ? "-" : "+").Operand(operand, Precedence.Sign);
}
