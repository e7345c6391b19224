using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>A variable that is read.</summary>
internal sealed class NameExpression(TextSpan span, string name) : Expression(span)
{
    private Slot slot;

    public string Name { get; } = name;

    public override void Declare(Scope scope) => scope.Load(Name);

    public override void Bind(Binding binding) => slot = binding.Scope.SlotOf(Name);

    public override Value Evaluate(Frame frame)
    {
        var value = slot.In(frame);
        return value.IsMissing ? frame.Context.UndefinedName(Name) : value;
    }

    public override void Print(SourcePrinter printer) => printer.Code(Name);
}
