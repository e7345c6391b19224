using System.Buffers;
using System.Text;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>A parsed template. Immutable: it may be rendered from several threads at once.</summary>
public sealed class Template
{
    private readonly JinjaEnvironment environment;
    private readonly Body body;
    private readonly FunctionLayout layout = new(null);
    private readonly ScopeEntry entry;
    private readonly Slot self;
    private readonly bool usesSelf;
    private readonly Scope scope;
    private readonly Compilation compilation;

    /// <summary>Reads a template.</summary>
    /// <exception cref="JinjaException">A syntax error, with its place.</exception>
    /// <param name="environment">What it is read and rendered with.</param>
    /// <param name="name">Its name, null for none.</param>
    /// <param name="source">Its text.</param>
    /// <param name="isExpression">Whether the text is one printed expression whose value is wanted, see <see cref="Evaluate"/>.</param>
    internal Template(JinjaEnvironment environment, string? name, SourceText source, bool isExpression = false)
    {
        this.environment = environment;
        Name = name;
        var text = Lexer.Normalize(environment.Options.Syntax, source.Text);
        Source = source.Text.Contains('\r', StringComparison.Ordinal) ? new SourceText(source.Path, text) : source;
        compilation = new Compilation(environment, this);
        try
        {
            var lexer = new Lexer(environment.Rules, text);
            var parsed = isExpression
                ? Parser.ParseSingleExpression(lexer, environment.Options.Extensions)
                : Parser.Parse(lexer, environment.Options.Extensions);
            body = parsed.Body;
            Blocks = parsed.Blocks;
            RefuseTwins(Blocks);
            scope = new Scope(layout, null);
            usesSelf = parsed.Mentions.HasFlag(NameMentions.Self);
            if (usesSelf)
            {
                scope.Parameter("self");
                self = scope.SlotOf("self");
            }

            body.Declare(scope);
            body.Bind(
                new Binding(compilation, scope)
                {
                    IsTopLevel = true,
                    ChecksExtends = parsed.HasExtends,
                    Autoescape = environment.Options.Autoescape,
                    LastKnownAutoescape = environment.Options.Autoescape,
                }
            );
            entry = scope.Entry();
            foreach (var block in Blocks)
            {
                block.BindBody(compilation);
            }
        }
        catch (JinjaException error)
        {
            error.Location ??= Source.At(error.Span ?? default);
            throw;
        }
    }

    /// <summary>The name it was loaded under, null for a template made from a string without one.</summary>
    public string? Name { get; }

    /// <summary>Its text; places of errors point into it.</summary>
    public SourceText Source { get; }

    /// <summary>Unknown filters and tests that make it unusable; each has its place. Empty for a template that renders.</summary>
    internal IReadOnlyList<JinjaException> Errors => compilation.Errors;

    internal BlockStatement[] Blocks { get; }

    /// <summary>Renders the template.</summary>
    /// <param name="variables">The variables it sees; they hide globals of the same name. Lists and dicts among them may be changed by the template.</param>
    /// <returns>The text, at most <see cref="Limits.TextLength"/> long.</returns>
    /// <exception cref="JinjaException">Whatever goes wrong, with the place where it did.</exception>
    public string Render(IReadOnlyDictionary<string, Value>? variables = null)
    {
        using var output = new OutputBuffer(environment.Options.Limits.TextLength);
        Render(output, variables);
        return output.Length == 0 ? "" : output.Written.ToString();
    }

    /// <summary>Renders the template to the end of a text.</summary>
    /// <param name="into">The text.</param>
    /// <param name="variables">As with <see cref="Render(IReadOnlyDictionary{string, Value}?)"/>.</param>
    /// <exception cref="JinjaException">Whatever goes wrong; the text is untouched then.</exception>
    public void Render(StringBuilder into, IReadOnlyDictionary<string, Value>? variables = null)
    {
        using var output = new OutputBuffer(environment.Options.Limits.TextLength);
        Render(output, variables);
        into.Append(output.Written);
    }

    /// <summary>Renders the template into a buffer.</summary>
    /// <param name="into">The buffer.</param>
    /// <param name="variables">As with <see cref="Render(IReadOnlyDictionary{string, Value}?)"/>.</param>
    /// <exception cref="JinjaException">Whatever goes wrong; nothing is written then.</exception>
    public void Render(IBufferWriter<char> into, IReadOnlyDictionary<string, Value>? variables = null)
    {
        using var output = new OutputBuffer(environment.Options.Limits.TextLength);
        Render(output, variables);
        into.Write(output.Written);
    }

    /// <summary>
    /// The functions, filters and tests that this template calls although nobody defines them, in the order of the text: also
    /// those in branches that may never be reached.
    /// </summary>
    /// <param name="knownNames">Names of functions that the variables of the rendering will hold.</param>
    public IReadOnlyList<UndefinedCall> FindUndefinedCalls(IReadOnlySet<string>? knownNames = null) =>
        [
            .. compilation
                .Calls.Where(c =>
                    c.Kind != UndefinedCallKind.Function
                    || (
                        !scope.Stores(c.Name)
                        && knownNames?.Contains(c.Name) != true
                        && environment.FindGlobal(c.Name).IsMissing
                    )
                )
                .OrderBy(static c => c.Location.Span.Start),
        ];

    /// <summary>
    /// The template as it was understood, in Jinja's own delimiters: parentheses show how operators bind, comments and white-space
    /// control are gone and their effect on the text is there. Read with <see cref="JinjaSyntax.Default"/>,
    /// <see cref="JinjaSyntax.KeepTrailingNewline"/> set and the same extensions it gives the same template.
    /// </summary>
    /// <exception cref="JinjaException">A tree too deep for the stack.</exception>
    public string ToSource()
    {
        var printer = new SourcePrinter();
        body.Print(printer);
        return printer.Finish();
    }

    /// <summary>The value of a template that is an expression.</summary>
    internal Value Evaluate(IReadOnlyDictionary<string, Value>? variables)
    {
        using var output = new OutputBuffer(environment.Options.Limits.TextLength);
        var context = Context.ForRender(new RenderState(environment, output), this, variables);
        RenderBody(context);
        return context.Resolve(Parser.ExpressionResult);
    }

    /// <summary>Writes the template, then the one it extends.</summary>
    internal void RenderBody(Context context)
    {
        context.State.Enter();
        var frame = new Frame(this, context, layout.Count);
        entry.Enter(frame);
        if (usesSelf)
        {
            self.In(frame) = new TemplateReference(context);
        }

        body.Render(frame);
        frame.Parent?.RenderBody(context);
        context.State.Leave();
    }

    private void Render(OutputBuffer output, IReadOnlyDictionary<string, Value>? variables)
    {
        if (Errors.Count > 0)
        {
            throw Errors[0];
        }

        var state = new RenderState(environment, output);
        RenderBody(Context.ForRender(state, this, variables));
    }

    private static void RefuseTwins(BlockStatement[] blocks)
    {
        for (var i = 1; i < blocks.Length; i++)
        {
            var name = blocks[i].Name;
            if (Array.FindIndex(blocks, b => string.Equals(b.Name, name, StringComparison.Ordinal)) < i)
            {
                throw TokenStream.Error(
                    $"block {StringRepr.Of(name)} defined twice",
                    blocks[i].Span,
                    JinjaErrorKind.Assertion
                );
            }
        }
    }
}
