using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a ~ b</c>: joins the texts of values of any type.</summary>
internal sealed class ConcatExpression(TextSpan span, Expression[] parts) : Expression(span, Constancies.Of(parts))
{
    public override void Declare(Scope scope) => parts.Declare(scope);

    private bool escapes;

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        // Jinja2 joins as plain text what is constant, and what stands where only rendering tells what is escaped.
        escapes = Constancy == Constancy.Variable && binding.Autoescape is true;
        parts.Bind(binding);
        if (binding.Compilation.Environment.Options.Undefined == UndefinedMode.Strict)
        {
            // Their texts are asked for up to the first that is not known.
            _ = Array.TrueForAll(parts, p => binding.Compilation.Known(p, binding) is not null);
        }
    }

    public override Value Evaluate(Frame frame)
    {
        var values = parts.Evaluate(frame);
        try
        {
            return Arithmetic.Concat(frame.Context, values, escapes);
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Concat;

    public override void Print(SourcePrinter printer)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            printer.Code(i == 0 ? "" : " ~ ").Operand(parts[i], Precedence.Product);
        }
    }
}
