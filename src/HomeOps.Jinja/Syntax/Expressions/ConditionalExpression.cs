using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a if test else b</c>; without <c>else</c> a plain undefined, in every undefined mode.</summary>
internal sealed class ConditionalExpression(TextSpan span, Expression test, Expression then, Expression? otherwise)
    : Expression(span, Constancies.Of(test, then, otherwise))
{
    private string hint = "";

    public override void Declare(Scope scope)
    {
        test.Declare(scope);
        then.Declare(scope);
        otherwise?.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        hint =
            $"the inline if-expression on {binding.Compilation.Position(Span)} evaluated to false and no else section was defined.";
        var soft = binding with { IsSoft = true };
        then.Bind(soft);
        test.Bind(soft);
        otherwise?.Bind(soft);
        if (binding.Compilation.Environment.Options.Undefined == UndefinedMode.Strict)
        {
            binding.Compilation.Known(test, binding);
        }
    }

    public override Value Evaluate(Frame frame)
    {
        if (frame.IsTrue(test))
        {
            return then.Evaluate(frame);
        }

        return otherwise?.Evaluate(frame) ?? PyUndefined.WithHint(UndefinedMode.Default, hint);
    }

    public override Precedence Precedence => Precedence.Conditional;

    public override void Print(SourcePrinter printer)
    {
        // A test without arguments before "if" would take the keyword for its argument.
        printer.Operand(then, Precedence.Sum).Code(" if ").Operand(test, Precedence.Or);
        if (otherwise is not null)
        {
            printer.Code(" else ").Operand(otherwise, Precedence.Conditional);
        }
    }
}
