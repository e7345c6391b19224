using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>The text of a block, as the input of the filters written in its tag.</summary>
internal sealed class CapturedTextExpression(TextSpan span) : Expression(span)
{
    private Slot slot;

    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding) => slot = binding.Scope.NewSlot();

    public void Set(Frame frame, Value text) => slot.In(frame) = text;

    public override Value Evaluate(Frame frame) => slot.In(frame);

    public override void Print(SourcePrinter printer)
    {
        // The text of the block stands in no expression: filters are written behind nothing.
    }
}
