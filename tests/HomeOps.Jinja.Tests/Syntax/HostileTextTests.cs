using CsCheck;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Syntax;

/// <summary>Whatever is written, the engine answers with a text or with an error that has a place.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Fragments =
    [
        "{%",
        "%}",
        "{{",
        "}}",
        "{#",
        "#}",
        "-",
        "+",
        "\n",
        " ",
        "\r\n",
        "# ",
        "## ",
        "if",
        "else",
        "elif",
        "endif",
        "for",
        "endfor",
        "in",
        "recursive",
        "set",
        "endset",
        "macro",
        "endmacro",
        "call",
        "endcall",
        "block",
        "endblock",
        "extends",
        "include",
        "import",
        "from",
        "as",
        "with",
        "endwith",
        "filter",
        "endfilter",
        "raw",
        "endraw",
        "autoescape",
        "endautoescape",
        "print",
        "do",
        "break",
        "continue",
        "scoped",
        "required",
        "ignore missing",
        "without context",
        "x",
        "y",
        "loop",
        "self",
        "super",
        "caller",
        "varargs",
        "kwargs",
        "x.y",
        "'s'",
        "\"",
        "'",
        "1",
        "1.5",
        "0x",
        "1e",
        "true",
        "none",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        ";",
        "|",
        "~",
        "*",
        "**",
        "/",
        "//",
        "%",
        "=",
        "==",
        "!=",
        "!",
        "<",
        ">=",
        ".",
        "is",
        "not",
        "and",
        "or",
        "upper",
        "defined",
        "\\",
        "\u00e9",
        "\ud83d\ude00",
        "\ud800",
        "\0",
        "trans",
        "trimmed",
        "pluralize",
        "endtrans",
        "debug",
        "range(3)",
        "x()",
        "m(1)",
    ];

    // A few hundred texts by default; HOMEOPS_FUZZ_SECONDS=600 makes each of the four fuzz tests run for ten minutes.
    private static readonly int FuzzSeconds = int.TryParse(
        Environment.GetEnvironmentVariable("HOMEOPS_FUZZ_SECONDS"),
        out var seconds
    )
        ? seconds
        : -1;

    private static readonly Gen<string> Mixtures = Gen.Int[0, Fragments.Length - 1]
        .Select(static i => Fragments[i])
        .Array[0, 40]
        .Select(string.Concat);

    [Fact]
    public void Mixtures_of_template_fragments_never_crash() =>
        Mixtures.Sample(static text => RendersOrFailsInPlace(text, JinjaSyntax.Default), iter: 1500, time: FuzzSeconds);

    [Fact]
    public void Mixtures_never_crash_with_line_statements_and_trimming() =>
        Mixtures.Sample(
            static text =>
                RendersOrFailsInPlace(
                    text,
                    new JinjaSyntax
                    {
                        LineStatementPrefix = "#",
                        LineCommentPrefix = "##",
                        TrimBlocks = true,
                        LstripBlocks = true,
                    }
                ),
            iter: 1500,
            time: FuzzSeconds
        );

    [Fact]
    public void Any_text_never_crashes() =>
        Gen.String.Sample(
            static text => RendersOrFailsInPlace(text, JinjaSyntax.Default),
            iter: 500,
            time: FuzzSeconds
        );

    [Fact]
    public void Any_text_is_an_expression_or_an_error() =>
        Mixtures.Sample(
            static text =>
            {
                try
                {
                    new JinjaEnvironment().CompileExpression(text).Evaluate();
                }
                catch (JinjaException error)
                {
                    Assert.NotNull(error.Location);
                }
            },
            iter: 500,
            time: FuzzSeconds
        );

    [Fact]
    public void Text_without_tags_comes_back_unchanged() =>
        Gen
            .String.Where(static t =>
                !t.Contains('{', StringComparison.Ordinal) && !t.Contains('\r', StringComparison.Ordinal)
            )
            .Sample(static text =>
                new JinjaEnvironment(new JinjaOptions { Syntax = new JinjaSyntax { KeepTrailingNewline = true } })
                    .FromString(text)
                    .Render() == text
            );

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{1: ", "1", "}")]
    [InlineData("not ", "1", "")]
    [InlineData("-", "1", "")]
    [InlineData("1 if x else ", "1", "")]
    [InlineData("x(", "1", ")")]
    [InlineData("x[", "1", "]")]
    [InlineData("1|default(", "1", ")")]
    [InlineData("1 + ", "1", "")]
    [InlineData("1 ~ ", "1", "")]
    [InlineData("1 and ", "1", "")]
    [InlineData("", "1", "|string")]
    [InlineData("", "x", ".y")]
    [InlineData("", "x", "()")]
    [InlineData("", "x", "[0]")]
    [InlineData("1 < ", "1", "")]
    public void Deep_nesting_is_an_error_and_not_a_stack_overflow(string open, string middle, string close)
    {
        const int Depth = 60_000;
        var repeated =
            string.Concat(Enumerable.Repeat(open, Depth)) + middle + string.Concat(Enumerable.Repeat(close, Depth));
        OnSmallStack(() => RendersOrFailsInPlace("{{ " + repeated + " }}", JinjaSyntax.Default));
    }

    [Theory]
    [InlineData("{% if true %}", "{% endif %}")]
    [InlineData("{% for x in [1] %}", "{% endfor %}")]
    [InlineData("{% with %}", "{% endwith %}")]
    [InlineData("{% filter upper %}", "{% endfilter %}")]
    [InlineData("{% macro m() %}", "{% endmacro %}")]
    public void Deeply_nested_statements_are_an_error(string open, string close)
    {
        var template = string.Concat(Enumerable.Repeat(open, 20_000)) + string.Concat(Enumerable.Repeat(close, 20_000));
        OnSmallStack(() => RendersOrFailsInPlace(template, JinjaSyntax.Default));
    }

    [Theory]
    [InlineData("{% macro m(x) %}{{ [[[m(x + 1)]]]|string ~ (x ~ (x + 1)) }}{% endmacro %}{{ m(0) }}")]
    [InlineData("{% for x in [1] recursive %}{% if true %}{{ loop([1]) }}{% endif %}{% endfor %}")]
    [InlineData("{% block a %}{{ self.a() }}{% endblock %}")]
    [InlineData(
        "{% macro m() %}{{ caller() }}{% endmacro %}{% macro n() %}{% call m() %}{{ n() }}{% endcall %}{% endmacro %}{{ n() }}"
    )]
    public void Endless_recursion_is_an_error(string template) =>
        OnSmallStack(() =>
        {
            var error = Assert.Throws<JinjaException>(() => new JinjaEnvironment().FromString(template).Render());
            Assert.Equal(JinjaErrorKind.Recursion, error.Kind);
        });

    private static void RendersOrFailsInPlace(string text, JinjaSyntax syntax)
    {
        var options = new JinjaOptions
        {
            Syntax = syntax,
            Extensions =
                JinjaExtensions.Do | JinjaExtensions.LoopControls | JinjaExtensions.I18n | JinjaExtensions.Debug,
        };
        try
        {
            new JinjaEnvironment(options).FromString(text).Render();
        }
        catch (JinjaException error)
        {
            Assert.NotNull(error.Location);
            Assert.StartsWith("HO03", JinjaDiagnostics.Of(error).Code, StringComparison.Ordinal);
        }
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
