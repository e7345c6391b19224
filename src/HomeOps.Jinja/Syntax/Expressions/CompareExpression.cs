using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>A chain of comparisons: <c>1 &lt; a &lt;= b</c> evaluates each operand once and stops at the first that fails.</summary>
internal sealed class CompareExpression(TextSpan span, Expression first, ComparisonOperand[] operands)
    : Expression(span, Constancies.Of(first, operands))
{
    public override void Declare(Scope scope)
    {
        first.Declare(scope);
        foreach (var (_, operand) in operands)
        {
            operand.Declare(scope);
        }
    }

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        first.Bind(binding);
        var left = first;
        foreach (var operand in operands)
        {
            operand.Value.Bind(binding);
            if (IsKnownFalse(binding, left, operand))
            {
                // Jinja2 drops what a constant decides, names of filters unseen.
                return;
            }

            left = operand.Value;
        }
    }

    private bool IsKnownFalse(Binding binding, Expression left, ComparisonOperand operand) =>
        operands.Length > 1
        && first.Constancy != Constancy.Variable
        && left.Constancy != Constancy.Variable
        && operand.Value.Constancy != Constancy.Variable
        && binding.Autoescape is not null
        && binding.Compilation.Fold(new CompareExpression(Span, left, [operand]))
            is { Kind: ValueKind.Bool, AsBool: false };

    public override Value Evaluate(Frame frame)
    {
        try
        {
            var left = first.Evaluate(frame);
            foreach (var (op, operand) in operands)
            {
                var right = operand.Evaluate(frame);
                if (!Comparison.Evaluate(frame.Context, op, left, right))
                {
                    return Value.False;
                }

                left = right;
            }

            return Value.True;
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Compare;

    public override void Print(SourcePrinter printer)
    {
        printer.Operand(first, Precedence.Sum);
        foreach (var (op, operand) in operands)
        {
            printer.Code(Sign(op)).Operand(operand, Precedence.Sum);
        }
    }

    private static string Sign(ComparisonOperator op) =>
        op switch
        {
            ComparisonOperator.Equal => " == ",
            ComparisonOperator.NotEqual => " != ",
            ComparisonOperator.Less => " < ",
            ComparisonOperator.LessOrEqual => " <= ",
            ComparisonOperator.Greater => " > ",
            ComparisonOperator.GreaterOrEqual => " >= ",
            ComparisonOperator.In => " in ",
            _ => " not in ",
        };
}

/// <summary>An operator and what stands to its right.</summary>
internal sealed record ComparisonOperand(ComparisonOperator Operator, Expression Value);
