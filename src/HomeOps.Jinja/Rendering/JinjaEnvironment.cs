using System.Collections.Concurrent;
using HomeOps.Jinja.Filters;
using HomeOps.Jinja.Globals;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Tests;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>
/// Reads templates with one set of options and keeps those it loaded by name. Templates of one environment may be read and
/// rendered from several threads at once, as long as they do not change shared values.
/// </summary>
public sealed class JinjaEnvironment
{
    private readonly ConcurrentDictionary<string, Template> templates = new(StringComparer.Ordinal);

    /// <summary>An environment.</summary>
    /// <param name="options">How templates are read and rendered; Jinja2's defaults when not given.</param>
    /// <exception cref="InvalidOperationException">A delimiter is empty, two start alike, or the newline sequence is none.</exception>
    public JinjaEnvironment(JinjaOptions? options = null)
    {
        Options = options ?? new JinjaOptions();
        Rules = new LexerRules(Options.Syntax);
    }

    /// <summary>The options.</summary>
    public JinjaOptions Options { get; }

    internal LexerRules Rules { get; }

    internal IEnumerable<string> FilterNames => [.. Options.Filters.Keys, .. BuiltinFilters.Names];

    internal IEnumerable<string> TestNames => [.. Options.Tests.Keys, .. BuiltinTests.Names];

    /// <summary>The template of that name. It is read once: later changes of what the loader gives are not seen by this environment.</summary>
    /// <param name="name">The name that the loader knows.</param>
    /// <exception cref="JinjaException">TemplateNotFound, or what is wrong with the template: its syntax, or the first unknown filter or test.</exception>
    public Template GetTemplate(string name) =>
        TryGetTemplate(name) ?? throw new JinjaException(JinjaErrorKind.NotFound, name);

    /// <summary>A template from its text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="name">Its name for messages, null for none.</param>
    /// <exception cref="JinjaException">TemplateSyntaxError, or TemplateAssertionError for the first unknown filter or test, with the place.</exception>
    public Template FromString(string source, string? name = null) =>
        Usable(new Template(this, name, new SourceText(name ?? "<template>", source)));

    /// <summary>An expression to be computed on its own, without delimiters: <c>nodes|length > 1</c>.</summary>
    /// <param name="expression">The text of one expression.</param>
    /// <exception cref="JinjaException">What is wrong with the expression; its place counts from the start delimiter that is put before it.</exception>
    public JinjaExpression CompileExpression(string expression)
    {
        var text = $"{Options.Syntax.VariableStart} {expression} {Options.Syntax.VariableEnd}";
        return new JinjaExpression(
            Usable(new Template(this, null, new SourceText("<expression>", text), isExpression: true))
        );
    }

    /// <summary>The template of that name; reports everything that is wrong with it instead of throwing at the first.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="findings">Takes its absence, a syntax error, or all unknown filters and tests.</param>
    /// <returns>As <see cref="Read"/>.</returns>
    public Template? Load(string name, DiagnosticBag findings)
    {
        if (templates.TryGetValue(name, out var loaded))
        {
            return loaded;
        }

        if (Options.Loader?.Load(name) is not { } source)
        {
            findings.Add(JinjaDiagnostics.Of(new JinjaException(JinjaErrorKind.NotFound, name)));
            return null;
        }

        var template = Read(source, name, findings);
        return template is { Errors.Count: 0 } ? templates.GetOrAdd(name, template) : template;
    }

    /// <summary>Reads a template and reports everything that is wrong with it instead of throwing at the first.</summary>
    /// <param name="source">The text and the path for messages.</param>
    /// <param name="name">Its name.</param>
    /// <param name="findings">Takes a syntax error, or all unknown filters and tests.</param>
    /// <returns>The template, null after a syntax error. One with unknown filters can be inspected but not rendered.</returns>
    public Template? Read(SourceText source, string? name, DiagnosticBag findings)
    {
        try
        {
            var template = new Template(this, name, source);
            findings.AddRange(template.Errors.Select(JinjaDiagnostics.Of));
            return template;
        }
        catch (JinjaException error)
        {
            findings.Add(JinjaDiagnostics.Of(error));
            return null;
        }
    }

    internal Template? TryGetTemplate(string name)
    {
        if (templates.TryGetValue(name, out var template))
        {
            return template;
        }

        return Options.Loader?.Load(name) is { } source
            ? templates.GetOrAdd(name, Usable(new Template(this, name, source)))
            : null;
    }

    internal Filter? FindFilter(string name) =>
        Options.Filters.TryGetValue(name, out var filter) ? filter : BuiltinFilters.Find(name);

    internal Test? FindTest(string name) =>
        Options.Tests.TryGetValue(name, out var test) ? test : BuiltinTests.Find(name);

    internal Value FindGlobal(string name) =>
        Options.Globals.TryGetValue(name, out var value) ? value
        : BuiltinGlobals.Find(name) is { IsMissing: false } builtin ? builtin
        : Options.Extensions.HasFlag(JinjaExtensions.I18n) ? Translations.Find(name)
        : default;

    private static Template Usable(Template template) =>
        template.Errors.Count == 0 ? template : throw template.Errors[0];
}
