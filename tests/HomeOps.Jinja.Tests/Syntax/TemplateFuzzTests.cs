using System.Text;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Tests.Peers;
using HomeOps.Jinja.Values;
using HomeOps.Testing;

namespace HomeOps.Jinja.Tests.Syntax;

/// <summary>
/// Damaged templates: each is a template or an error with a place, and what is a template prints as one with the same tree. Long runs: docs/testing.md.
/// </summary>
public sealed class TemplateFuzzTests
{
    private const JinjaExtensions All =
        JinjaExtensions.Do | JinjaExtensions.LoopControls | JinjaExtensions.I18n | JinjaExtensions.Debug;

    private static readonly string[] Pieces =
    [
        "{%",
        "%}",
        "{{",
        "}}",
        "{#",
        "#}",
        "-%}",
        "{%+",
        "{% raw %}",
        "{% endraw %}",
        "{% endif %}",
        "{% else %}",
        " recursive ",
        " if ",
        " is not ",
        "|",
        "**",
        "'",
        "\"",
        "\\x",
        "\\N{",
        "1e",
        "0x",
        "[",
        ")",
        "é",
        "\U0001f600",
        "\0",
        "\r",
    ];

    private static readonly JinjaSyntax Plain = JinjaSyntax.Default with { KeepTrailingNewline = true };

    private static readonly JinjaSyntax[] Syntaxes =
    [
        JinjaSyntax.Default,
        Plain with
        {
            TrimBlocks = true,
            LstripBlocks = true,
        },
        new JinjaSyntax
        {
            LineStatementPrefix = "#",
            LineCommentPrefix = "##",
            TrimBlocks = true,
        },
        new JinjaSyntax
        {
            BlockStart = "#%",
            BlockEnd = "%#",
            VariableStart = "#{",
            VariableEnd = "}#",
            CommentStart = "#|",
            CommentEnd = "#|",
        },
    ];

    [Fact]
    public void Damaged_templates_are_read_or_refused() => FuzzRun.Of("Jinja templates", ReadsOrRefuses);

    private static bool ReadsOrRefuses(Random random)
    {
        var files = random.Next(2) == 0 ? TemplateWriter.Templates(random) : TemplateWriter.Expression(random);
        var text = Encoding.UTF8.GetString(Fuzz.Damage(Encoding.UTF8.GetBytes(files["main"]), random, Pieces));
        var syntax = Syntaxes[random.Next(Syntaxes.Length)];
        Template template;
        try
        {
            template = new JinjaEnvironment(new JinjaOptions { Syntax = syntax, Extensions = All }).FromString(text);
        }
        catch (JinjaException error)
        {
            return error.Location is null ? throw new InvalidOperationException($"no place for: {text}", error) : false;
        }

        var printed = template.ToSource();
        return SyntaxTree.Of(text, syntax, All) == SyntaxTree.Of(printed, Plain, All)
            ? true
            : throw new InvalidOperationException($"printed otherwise: {text}\nas: {printed}");
    }
}
