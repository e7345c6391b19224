using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>block name</c>: places the block that the youngest template defines under that name.</summary>
internal sealed class BlockStatement(
    TextSpan span,
    string name,
    bool isScoped,
    bool isRequired,
    Body body,
    NameMentions mentions
) : Statement(span)
{
    private bool checksExtends;
    private KeyValuePair<string, Slot>[] locals = [];
    private FunctionLayout layout = new(null);
    private ScopeEntry entry = ScopeEntry.None;
    private Slot self;
    private Slot super;
    private Template? template;

    public string Name => name;

    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding)
    {
        checksExtends = binding.IsTopLevel;
        locals = isScoped ? binding.Scope.Locals() : [];
    }

    /// <summary>Binds the body, which sees nothing of the place the block stands at.</summary>
    public void BindBody(Compilation compilation)
    {
        template = compilation.Template;
        layout = new FunctionLayout(null);
        var scope = new Scope(layout, null);
        self = Special(scope, NameMentions.Self, "self");
        super = Special(scope, NameMentions.Super, "super");
        body.Declare(scope);
        var autoescape = compilation.Environment.Options.Autoescape;
        body.Bind(new Binding(compilation, scope) { Autoescape = autoescape, LastKnownAutoescape = autoescape });
        entry = scope.Entry();
    }

    public override Flow Render(Frame frame)
    {
        if (checksExtends && frame.HasExtended)
        {
            return Flow.Next;
        }

        var context = isScoped ? frame.Context.Derive(frame, locals) : frame.Context;
        var overrides = context.Blocks[name];
        try
        {
            if (isRequired && overrides.Count <= 1)
            {
                throw JinjaException.Runtime($"Required block {StringRepr.Of(name)} not found");
            }

            overrides[0].RenderBody(context);
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }

        return Flow.Next;
    }

    /// <summary>Writes this definition of the block.</summary>
    public void RenderBody(Context context)
    {
        if (template is null)
        {
            return;
        }

        context.State.Enter();
        var frame = new Frame(template, context, layout.Count);
        entry.Enter(frame);
        if (mentions.HasFlag(NameMentions.Self))
        {
            self.In(frame) = new TemplateReference(context);
        }

        if (mentions.HasFlag(NameMentions.Super))
        {
            super.In(frame) = context.Super(name, this);
        }

        body.Render(frame);
        context.State.Leave();
    }

    private Slot Special(Scope scope, NameMentions flag, string special)
    {
        if (!mentions.HasFlag(flag))
        {
            return default;
        }

        scope.Parameter(special);
        return scope.SlotOf(special);
    }

    public override void Print(SourcePrinter printer) =>
        printer
            .Tag("block ")
            .Code(name)
            .Code(isScoped ? " scoped" : "")
            .Code(isRequired ? " required" : "")
            .Body(body, "endblock");
}
