using HomeOps.Jinja.Rendering;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary>
/// A statement. As with expressions, <see cref="Declare"/> tells the scope around it which names it reads and assigns there,
/// <see cref="Bind"/> turns names into slots, <see cref="Render"/> writes the output.
/// </summary>
internal abstract class Statement(TextSpan span)
{
    /// <summary>The place in the template.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Whether it prints nothing but white space whatever happens.</summary>
    public virtual bool IsBlank => false;

    public abstract void Declare(Scope scope);

    public abstract void Bind(Binding binding);

    public abstract Flow Render(Frame frame);

    /// <summary>Writes it as source.</summary>
    public abstract void Print(SourcePrinter printer);
}

/// <summary>How a statement ended.</summary>
internal enum Flow
{
    /// <summary>The next statement follows.</summary>
    Next,

    /// <summary>The innermost loop ends.</summary>
    Break,

    /// <summary>The innermost loop goes on with its next item.</summary>
    Continue,
}
