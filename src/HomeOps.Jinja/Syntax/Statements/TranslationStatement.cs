using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>trans</c> … <c>endtrans</c>: prints a call of gettext.</summary>
internal sealed class TranslationStatement(PrintStatement call, TranslatedSection section) : Statement(call.Span)
{
    public override void Declare(Scope scope) => call.Declare(scope);

    public override void Bind(Binding binding) => call.Bind(binding);

    public override Flow Render(Frame frame) => call.Render(frame);

    public override void Print(SourcePrinter printer)
    {
        printer.Tag("trans");
        if (section.Context is { } context)
        {
            printer.Code(" ").Constant(context);
        }

        var first = true;
        foreach (var (name, value) in section.Variables)
        {
            printer.Code(first ? " " : ", ").Code(name).Code("=").Operand(value, Precedence.Conditional);
            first = false;
        }

        printer.EndTag();
        PrintText(printer, section.Singular);
        if (section.Plural is { } plural)
        {
            printer.Tag("pluralize ").Code(section.Counted ?? "").EndTag();
            PrintText(printer, plural);
        }

        printer.Tag("endtrans").EndTag();
    }

    // Back from gettext's form: %% is a percent sign, %(name)s a variable.
    private static void PrintText(SourcePrinter printer, string format)
    {
        var rest = format.AsSpan();
        for (var at = rest.IndexOf('%'); at >= 0; at = rest.IndexOf('%'))
        {
            printer.Data(rest[..at]);
            if (rest[at + 1] == '%')
            {
                printer.Data("%");
                rest = rest[(at + 2)..];
            }
            else
            {
                var end = rest[at..].IndexOf(')') + at;
                printer.Variable(new NameExpression(default, rest[(at + 2)..end].ToString()));
                rest = rest[(end + 2)..];
            }
        }

        printer.Data(rest);
    }
}

/// <summary>A translatable section as it was written.</summary>
/// <param name="Context">What tells equal texts apart, null for none.</param>
/// <param name="Variables">The variables of its texts.</param>
/// <param name="Singular">Its text in gettext's form, with every percent sign doubled.</param>
/// <param name="Plural">The text for several, null without one.</param>
/// <param name="Counted">The variable that chooses between both, null without variables.</param>
internal sealed record TranslatedSection(
    string? Context,
    IReadOnlyList<TranslationVariable> Variables,
    string Singular,
    string? Plural,
    string? Counted
);

/// <summary>A variable of a translatable section and its value.</summary>
internal sealed record TranslationVariable(string Name, Expression Value);
