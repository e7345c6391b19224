using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>import name as target</c>.</summary>
internal sealed class ImportStatement(TextSpan span, Expression name, NameTarget target, bool withContext)
    : Statement(span)
{
    private KeyValuePair<string, Slot>[] locals = [];

    public override void Declare(Scope scope)
    {
        name.Declare(scope);
        target.DeclareStores(scope);
    }

    public override void Bind(Binding binding)
    {
        name.Bind(binding);
        target.Bind(binding);
        locals = withContext ? binding.Scope.Locals() : [];
    }

    public override Flow Render(Frame frame)
    {
        target.AssignImport(frame, TemplateModule.Import(frame, name, withContext, locals));
        return Flow.Next;
    }

    public override void Print(SourcePrinter printer) =>
        printer
            .Tag("import ")
            .Operand(name, Precedence.Sum)
            .Code($" as {target.Name}")
            .Code(withContext ? " with context" : "")
            .EndTag();
}

/// <summary><c>from name import a, b as c</c>.</summary>
internal sealed class FromImportStatement(TextSpan span, Expression name, ImportedName[] names, bool withContext)
    : Statement(span)
{
    private KeyValuePair<string, Slot>[] locals = [];
    private string position = "";

    public override void Declare(Scope scope)
    {
        name.Declare(scope);
        Array.ForEach(names, n => n.Target.DeclareStores(scope));
    }

    public override void Bind(Binding binding)
    {
        name.Bind(binding);
        Array.ForEach(names, n => n.Target.Bind(binding));
        locals = withContext ? binding.Scope.Locals() : [];
        position = binding.Compilation.Position(Span);
    }

    public override Flow Render(Frame frame)
    {
        var module = TemplateModule.Import(frame, name, withContext, locals);
        foreach (var imported in names)
        {
            if (!module.TryGetAttribute(frame.Context, imported.Name, out var value))
            {
                value = frame.Context.UndefinedHint(
                    $"the template {module.QuotedName} (imported on {position}) does not export the requested name {StringRepr.Of(imported.Name)}"
                );
            }

            imported.Target.AssignImport(frame, value);
        }

        return Flow.Next;
    }

    public override void Print(SourcePrinter printer)
    {
        var first = true;
        printer.Tag("from ").Operand(name, Precedence.Sum).Code(" import ");
        foreach (var (imported, target) in names)
        {
            printer.Separate(ref first);
            printer.Code(imported == target.Name ? imported : $"{imported} as {target.Name}");
        }

        printer
            .Code(
                withContext ? " with context"
                : names.Length == 0 ? "without context"
                : ""
            )
            .EndTag();
    }
}

/// <summary>A name taken from a template and the variable it goes to.</summary>
internal sealed record ImportedName(string Name, NameTarget Target);
