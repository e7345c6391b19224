namespace HomeOps.Jinja.Tests.Rendering;

public sealed class StatementTests
{
    [Theory]
    [InlineData("{% print 1, 2 %}", "12")]
    [InlineData("{% do items.append(4) %}{{ items|length }}", "4")]
    [InlineData("{% filter upper %}a{{ name }}{% endfilter %}", "AWORLD")]
    [InlineData("{% filter replace('a', 'b')|upper %}aa{% endfilter %}", "BB")]
    [InlineData("{% if 1 == 2 %}a{% elif 2 == 2 %}b{% else %}c{% endif %}", "b")]
    [InlineData("{% if flag: %}a{% else: %}b{% endif %}", "a")]
    [InlineData("{% for i in items: %}{{ i }}{% endfor %}", "123")]
    [InlineData("{% set ns = namespace() %}{% set ns.a, ns.b = 1, 2 %}{{ ns.a }}", "1")]
    [InlineData("{# a {# b #} c #}", " c #}")]
    [InlineData("{% raw %}{% raw %}{% endraw %}", "{% raw %}")]
    [InlineData("{% with %}{% set q = 1 %}{{ q }}{% endwith %}{{ q }}", "1")]
    [InlineData("{%if true%}x{%endif%}", "x")]
    [InlineData("{% set x = 1, %}{{ x }}", "(1,)")]
    public void Statements_print_what_they_should(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));
}
