using CsCheck;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;
using HomeOps.Testing;

namespace HomeOps.Jinja.Tests.Syntax;

/// <summary>A printed template is read as the same tree, and shows how the original was understood.</summary>
public sealed class PrintedSourceTests
{
    private const JinjaExtensions All =
        JinjaExtensions.Do | JinjaExtensions.LoopControls | JinjaExtensions.I18n | JinjaExtensions.Debug;

    private static readonly JinjaSyntax Plain = new() { KeepTrailingNewline = true };

    [Fact]
    public void A_printed_template_is_read_as_the_same_tree()
    {
        var read = 0;
        TemplateGenerator
            .Template(2)
            .Sample(
                template =>
                {
                    if (IsRead(template, Plain))
                    {
                        Interlocked.Increment(ref read);
                        SameTree(template, Plain);
                    }
                },
                iter: Fuzz.Count * 4
            );

        // Some random templates are refused (a block twice, a keyword twice); most must count.
        Assert.InRange(read, Fuzz.Count, int.MaxValue);
    }

    [Fact]
    public void A_printed_expression_is_read_as_the_same_tree() =>
        TemplateGenerator
            .Expression(4)
            .Sample(
                static expression =>
                {
                    var template = "{{ " + expression + " }}";
                    if (IsRead(template, Plain))
                    {
                        SameTree(template, Plain);
                    }
                },
                iter: Fuzz.Count * 4
            );

    [Theory]
    [InlineData("{{ (a or b) and not c }}{{ a or (b or c) }}", "{{ (a or b) and not c }}{{ a or (b or c) }}")]
    [InlineData("{{ (1 + 2) * -3 ** 2 }}", "{{ (1 + 2) * -3 ** 2 }}")]
    [InlineData("{{ 2 ** 3 ** 4 }}{{ 2 ** (3 ** 4) }}", "{{ 2 ** 3 ** 4 }}{{ 2 ** (3 ** 4) }}")]
    [InlineData("{{ -1|abs }}{{ -(1|abs) }}", "{{ -1|abs }}{{ -(1|abs) }}")]
    [InlineData("{{ a is divisibleby 3 and b }}", "{{ a is divisibleby(3) and b }}")]
    [InlineData("{{ x if (a is defined) else y, z }}", "{{ (x if a is defined else y, z) }}")]
    [InlineData("{{ (a is defined) if b }}", "{{ (a is defined) if b }}")]
    [InlineData("{{ a.0.b['c'] }}{{ 1.5.real }}", "{{ a[0].b['c'] }}{{ (1.5).real }}")]
    [InlineData("a {#- note -#} b\n{%- if x -%} c {%- endif %}\n", "ab{% if x %}c{% endif %}\n")]
    [InlineData("{% raw %}{{ x }}{% endraw %}", "{% raw %}{{ x }}{% endraw %}")]
    [InlineData("{{ '{%' }}{{{ 'a': 1 }}}", "{{ '{%' }}{{ {'a': 1} }}")]
    [InlineData("{% set ns.a, ns.b = (1, 2) %}", "{% set ns.a, ns.b = (1, 2) %}")]
    [InlineData("{% for ( (a, (b, c)), ) in [] %}{% endfor %}", "{% for ((a, (b, c)),) in [] %}{% endfor %}")]
    [InlineData("{% print 1, 2 %}", "{{ 1 }}{{ 2 }}")]
    [InlineData(
        "{% trans n=2 %}one{% pluralize %}{{ n }}%{% endtrans %}",
        "{% trans n=2 %}one{% pluralize n %}{{ n }}%{% endtrans %}"
    )]
    public void Printing_shows_how_a_template_is_understood(string template, string printed)
    {
        Assert.Equal(printed, Printed(template, Plain));
        SameTree(template, Plain);
    }

    [Fact]
    public void Other_delimiters_are_printed_as_jinjas_own()
    {
        var syntax = new JinjaSyntax
        {
            BlockStart = "#%",
            BlockEnd = "%#",
            VariableStart = "#{",
            VariableEnd = "}#",
            CommentStart = "#|",
            CommentEnd = "#|",
            KeepTrailingNewline = true,
        };
        const string Template = "#% if x %#{% raw %}{{ #{ x }# }}{%endraw%}#| note #|{#% endif %#";
        Assert.Equal(
            "{% if x %}{% raw %}{{% endraw %}{% raw %}% raw %}{{ {% endraw %}{{ x }}{% raw %} }}{{% endraw %}{% raw %}%endraw%}{{% endraw %}{% endif %}",
            Printed(Template, syntax)
        );
        SameTree(Template, syntax);
    }

    [Fact]
    public void A_tree_too_deep_to_print_is_an_error()
    {
        var template = new JinjaEnvironment().FromString(
            "{{ 1" + string.Concat(Enumerable.Repeat(" + 1", 60_000)) + " }}"
        );
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => template.ToSource()), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(JinjaErrorKind.Recursion, Assert.IsType<JinjaException>(failure).Kind);
    }

    private static void SameTree(string template, JinjaSyntax syntax) =>
        Assert.Equal(SyntaxTree.Of(template, syntax, All), SyntaxTree.Of(Printed(template, syntax), Plain, All));

    private static string Printed(string template, JinjaSyntax syntax) => Read(template, syntax).ToSource();

    private static Template Read(string template, JinjaSyntax syntax) =>
        new JinjaEnvironment(new JinjaOptions { Syntax = syntax, Extensions = All }).FromString(template);

    private static bool IsRead(string template, JinjaSyntax syntax)
    {
        try
        {
            Read(template, syntax);
            return true;
        }
        catch (JinjaException)
        {
            return false;
        }
    }
}
