using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a and b</c>: the first operand that is false, else the last.</summary>
internal sealed class AndExpression(TextSpan span, Expression left, Expression right)
    : Expression(span, left.Constancy.With(right.Constancy))
{
    public override void Declare(Scope scope)
    {
        left.Declare(scope);
        right.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        left.Bind(binding);
        if (!Constancies.IsDecided(binding, left, right, truth: false))
        {
            right.Bind(binding);
        }
    }

    public override Value Evaluate(Frame frame)
    {
        var value = left.Evaluate(frame);
        return frame.IsTrue(value, left.Span) ? right.Evaluate(frame) : value;
    }

    public override Precedence Precedence => Precedence.And;

    public override void Print(SourcePrinter printer) =>
        printer.Operand(left, Precedence.And).Code(" and ").Operand(right, Precedence.Not);
}

/// <summary><c>a or b</c>: the first operand that is true, else the last.</summary>
internal sealed class OrExpression(TextSpan span, Expression left, Expression right)
    : Expression(span, left.Constancy.With(right.Constancy))
{
    public override void Declare(Scope scope)
    {
        left.Declare(scope);
        right.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        left.Bind(binding);
        if (!Constancies.IsDecided(binding, left, right, truth: true))
        {
            right.Bind(binding);
        }
    }

    public override Value Evaluate(Frame frame)
    {
        var value = left.Evaluate(frame);
        return frame.IsTrue(value, left.Span) ? value : right.Evaluate(frame);
    }

    public override Precedence Precedence => Precedence.Or;

    public override void Print(SourcePrinter printer) =>
        printer.Operand(left, Precedence.Or).Code(" or ").Operand(right, Precedence.And);
}

/// <summary><c>not a</c>.</summary>
internal sealed class NotExpression(TextSpan span, Expression operand) : Expression(span, operand.Constancy)
{
    public override void Declare(Scope scope) => operand.Declare(scope);

    public override void Bind(Binding binding) => operand.Bind(binding.Within(this));

    public override Value Evaluate(Frame frame) => !frame.IsTrue(operand);

    public override Precedence Precedence => Precedence.Not;

    public override void Print(SourcePrinter printer) => printer.Code("not ").Operand(operand, Precedence.Not);
}
