using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>The variables of one run of a template body, block, macro or recursive loop.</summary>
internal sealed class Frame
{
    private readonly Template template;
    private readonly Frame root;
    private Template? parent;

    /// <summary>The frame of a template body or block.</summary>
    public Frame(Template template, Context context, int slots)
    {
        this.template = template;
        root = this;
        Outer = this;
        Context = context;
        Slots = slots == 0 ? [] : new Value[slots];
    }

    /// <summary>The frame of a function written inside another.</summary>
    public Frame(Frame outer, int slots)
    {
        template = outer.template;
        root = outer.root;
        Outer = outer;
        Context = outer.Context;
        Slots = slots == 0 ? [] : new Value[slots];
    }

    /// <summary>The frame of the function around; the frame itself when there is none.</summary>
    public Frame Outer { get; }

    public Context Context { get; }

    public Value[] Slots { get; }

    public OutputBuffer Output => Context.State.Output;

    /// <summary>Whether the template has extended another, so that it prints nothing more itself.</summary>
    public bool HasExtended => root.parent is not null;

    /// <summary>The template that this one extends.</summary>
    public Template? Parent => root.parent;

    public void Extend(Template extended) => root.parent = extended;

    public bool IsTrue(Expression expression) => IsTrue(expression.Evaluate(this), expression.Span);

    public bool IsTrue(Value value, TextSpan span)
    {
        try
        {
            return Truth.Of(value);
        }
        catch (JinjaException error) when (Place(error, span))
        {
            throw;
        }
    }

    /// <summary>Whether printed values are escaped, where only rendering tells.</summary>
    public bool IsEscaping(TextSpan span) => IsTrue(Context.AutoescapeValue, span);

    /// <summary>Writes what a call or filter made of a block; only text will do.</summary>
    public void AppendText(Value text, TextSpan span)
    {
        try
        {
            Output.Append(
                text.AsText
                    ?? throw JinjaException.Type($"sequence item 0: expected str instance, {TypeNames.Of(text)} found")
            );
        }
        catch (JinjaException error) when (Place(error, span))
        {
            throw;
        }
    }

    /// <summary>
    /// Notes where an error happened unless an expression further inside did. Always false: made for exception filters,
    /// which run before anything is unwound and cost nothing while all is well.
    /// </summary>
    public bool Place(JinjaException error, TextSpan span)
    {
        if (error.Location is null)
        {
            error.Location = template.Source.At(error.Span ?? span);
            error.Hint ??= NameHints.For(error, Context);
        }

        return false;
    }
}
