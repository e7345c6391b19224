using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>ns.attribute</c> on the left of a set statement, before it is known to be a target.</summary>
internal sealed class NamespaceReference(TextSpan span, string name, string attribute) : Expression(span)
{
    public string Name { get; } = name;

    public string Attribute { get; } = attribute;

    public override void Declare(Scope scope) => scope.Load(Name);

    public override void Bind(Binding binding) { }

    public override Value Evaluate(Frame frame) => Value.Missing;

    public override void Print(SourcePrinter printer) => printer.Code(Name).Code(".").Code(Attribute);
}
