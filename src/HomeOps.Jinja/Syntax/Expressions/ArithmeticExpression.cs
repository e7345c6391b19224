using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>+ - * / // % **</c>.</summary>
internal sealed class ArithmeticExpression(TextSpan span, TokenKind op, Expression left, Expression right)
    : Expression(span, left.Constancy.With(right.Constancy))
{
    /// <summary>The class name of jinja2.nodes, in lower case.</summary>
    public string NodeName =>
        op switch
        {
            TokenKind.Add => "add",
            TokenKind.Sub => "sub",
            TokenKind.Mul => "mul",
            TokenKind.Div => "div",
            TokenKind.FloorDiv => "floordiv",
            TokenKind.Mod => "mod",
            _ => "pow",
        };

    public override void Declare(Scope scope)
    {
        left.Declare(scope);
        right.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        left.Bind(binding);
        right.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        var a = left.Evaluate(frame);
        var b = right.Evaluate(frame);
        var context = frame.Context;
        try
        {
            return op switch
            {
                TokenKind.Add => Arithmetic.Add(context, a, b),
                TokenKind.Sub => Arithmetic.Subtract(context, a, b),
                TokenKind.Mul => Arithmetic.Multiply(context, a, b),
                TokenKind.Div => Arithmetic.Divide(context, a, b),
                TokenKind.FloorDiv => Arithmetic.FloorDivide(context, a, b),
                TokenKind.Mod => Arithmetic.Modulo(context, a, b),
                _ => Arithmetic.Power(context, a, b),
            };
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence =>
        op switch
        {
            TokenKind.Add or TokenKind.Sub => Precedence.Sum,
            TokenKind.Pow => Precedence.Power,
            _ => Precedence.Product,
        };

    // All chain to the left; the right operand holds together one step tighter. Sums are made of concatenations.
    public override void Print(SourcePrinter printer) =>
        printer
            .Operand(left, Precedence)
            .Code($" {Token.Describe(op)} ")
            .Operand(right, Precedence == Precedence.Power ? Precedence.Filter : Precedence + 1);
}
