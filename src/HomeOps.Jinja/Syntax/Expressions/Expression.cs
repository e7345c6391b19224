using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>
/// An expression. Its life has three steps: <see cref="Declare"/> tells the scope which names it reads, <see cref="Bind"/> turns
/// names into slots once all names of the scope are known, <see cref="Evaluate"/> computes.
/// </summary>
internal abstract class Expression(TextSpan span, Constancy constancy = Constancy.Variable)
{
    /// <summary>The place in the template.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Whether Jinja2 computes it while compiling.</summary>
    public Constancy Constancy { get; } = constancy;

    public abstract void Declare(Scope scope);

    public abstract void Bind(Binding binding);

    public abstract Value Evaluate(Frame frame);

    /// <summary>How tightly it holds together, which decides where parentheses stand when it is printed.</summary>
    public virtual Precedence Precedence => Precedence.Atom;

    /// <summary>Writes it as source.</summary>
    public abstract void Print(SourcePrinter printer);
}
