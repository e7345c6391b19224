using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Rendering;

/// <summary>The i18n and debug extensions.</summary>
public sealed class TranslationTests
{
    [Theory]
    [InlineData("{% trans %}Hello{% endtrans %}", "Hello")]
    [InlineData("{% trans %}100% sure{% endtrans %}", "100% sure")]
    [InlineData("{% trans %}100% {{ user }}{% endtrans %}", "100% Ann")]
    [InlineData("{% trans who=user|upper %}Hello {{ who }}{% endtrans %}", "Hello ANN")]
    [InlineData("{% trans a=1, b=2 %}{{ b }}-{{ a }}{% endtrans %}", "2-1")]
    [InlineData("{% trans n=1 %}{{ n }} node{% pluralize %}{{ n }} nodes{% endtrans %}", "1 node")]
    [InlineData("{% trans n=3 %}{{ n }} node{% pluralize %}{{ n }} nodes{% endtrans %}", "3 nodes")]
    [InlineData("{% trans a=1, n=2 %}one {{ a }}{% pluralize n %}{{ n }} many{% endtrans %}", "2 many")]
    [InlineData("{% trans n=list|length %}one{% pluralize %}{{ n }}{% endtrans %}", "2")]
    [InlineData("{% trans n=size() %}one{% pluralize %}{{ n }} of {{ n }}{% endtrans %}", "2 of 2")]
    [InlineData("{{ _trans|default('none') }}{% trans n=size() %}one{% pluralize %}many{% endtrans %}", "nonemany")]
    [InlineData("{% trans trimmed %}\n  a\n  b  c \n{% endtrans %}", "a b  c")]
    [InlineData("{% trans notrimmed %} a\n b{% endtrans %}", " a\n b")]
    [InlineData("{% trans trimmed n=2 %} one {% pluralize %} {{ n }}\n x {% endtrans %}", "2 x")]
    [InlineData("{% trans 'menu' %}Open{% endtrans %}", "Open")]
    [InlineData("{% trans 'menu' n=2 %}Open{% pluralize %}{{ n }} open{% endtrans %}", "2 open")]
    [InlineData("{{ gettext('a') }}{{ ngettext('a', 'b', 2) }}{{ _('c') }}{{ pgettext('x', 'd') }}", "abcd")]
    public void A_section_without_a_catalogue_gives_its_own_text(string template, string text) =>
        Assert.Equal(text, Render(template));

    [Theory]
    [InlineData("{% trans %}Hello {{ user }}{% endtrans %}", "Hallo Ann")]
    [InlineData("{{ _('Hello %(user)s') }}", "Hallo %(user)s")]
    public void A_registered_gettext_translates(string template, string text)
    {
        var globals = Globals();
        globals["gettext"] = new PyFunction(
            "gettext",
            static (_, arguments) => arguments.At(0).AsText?.Replace("Hello", "Hallo", StringComparison.Ordinal) ?? ""
        );
        Assert.Equal(text, Environment(globals).FromString(template).Render());
    }

    [Fact]
    public void With_autoescape_only_what_is_put_in_is_escaped() =>
        Assert.Equal(
            "<b>&lt;Ann&gt;</b>",
            Environment(Globals(), autoescape: true)
                .FromString("{% trans who='<Ann>' %}<b>{{ who }}</b>{% endtrans %}")
                .Render()
        );

    [Theory]
    [InlineData("{% trans %}a", "unclosed translation block")]
    [InlineData(
        "{% trans %}{% if x %}{% endtrans %}",
        "control structures in translatable sections are not allowed; saw `if`"
    )]
    [InlineData("{% trans %}{% trans %}{% endtrans %}", "trans blocks can't be nested; did you mean `endtrans`?")]
    [InlineData(
        "{% trans n=1 %}a{% pluralize %}b{% pluralize %}{% endtrans %}",
        "a translatable section can have only one pluralize section"
    )]
    [InlineData("{% trans %}a{% pluralize %}b{% endtrans %}", "pluralize without variables")]
    [InlineData("{% trans a=1 %}a{% pluralize b %}b{% endtrans %}", "unknown variable 'b' for pluralization")]
    [InlineData("{% trans a=1, a=2 %}a{% endtrans %}", "translatable variable 'a' defined twice.")]
    [InlineData("{% trans %}{{ a.b }}{% endtrans %}", "expected token 'end of print statement', got '.'")]
    public void A_wrong_section_is_refused(string template, string message) =>
        Assert.Equal(message, Assert.Throws<JinjaException>(() => Render(template)).Message);

    [Fact]
    public void Without_the_extension_the_hint_names_it()
    {
        var error = Assert.Throws<JinjaException>(() => new JinjaEnvironment().FromString("{% trans %}"));
        Assert.Equal("turn on the extension jinja2.ext.i18n", error.Hint);
        error = Assert.Throws<JinjaException>(() => new JinjaEnvironment().FromString("{% debug %}"));
        Assert.Equal("turn on the extension jinja2.ext.debug", error.Hint);
    }

    [Fact]
    public void Debug_prints_variables_filters_and_tests()
    {
        var text = Render("{% set mine = 1 %}{% debug %}");
        Assert.StartsWith("{'context': {", text, StringComparison.Ordinal);
        Assert.Contains("'mine': 1", text, StringComparison.Ordinal);
        Assert.Contains("'user': 'Ann'", text, StringComparison.Ordinal);
        Assert.Contains("'filters': ['abs',", text, StringComparison.Ordinal);
        Assert.Contains("'divisibleby',", text, StringComparison.Ordinal);
    }

    private static string Render(string template) => Environment(Globals()).FromString(template).Render();

    private static Dictionary<string, Value> Globals() =>
        new()
        {
            ["user"] = "Ann",
            ["list"] = Given.List(1, 2),
            ["size"] = new PyFunction("size", static (_, _) => 2),
        };

    private static JinjaEnvironment Environment(Dictionary<string, Value> globals, bool autoescape = false) =>
        new(
            new JinjaOptions
            {
                Extensions = JinjaExtensions.I18n | JinjaExtensions.Debug,
                Globals = globals,
                Autoescape = autoescape,
            }
        );
}
