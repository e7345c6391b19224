namespace HomeOps.Jinja.Tests.Rendering;

public sealed class ScopingTests
{
    [Theory]
    [InlineData("{% set a = 1 %}{% if true %}{% set a = 2 %}{% endif %}{{ a }}", "2")]
    [InlineData("{% set a = 1 %}{% for i in items %}{% set a = a + i %}{{ a }},{% endfor %}{{ a }}", "2,3,4,1")]
    [InlineData(
        "{% set ns = namespace(a=0) %}{% for i in items %}{% set ns.a = ns.a + i %}{% endfor %}{{ ns.a }}",
        "6"
    )]
    [InlineData("{% for i in items %}{% if i == 1 %}{% set x = i %}{% endif %}[{{ x }}]{% endfor %}", "[1][][]")]
    [InlineData("{% set name = name ~ '!' %}{{ name }}", "World!")]
    [InlineData(
        "{% for i in items %}{{ name }}{% set name = i %}{{ name }} {% endfor %}{{ name }}",
        "World1 World2 World3 World"
    )]
    [InlineData("{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}[{{ a }}]", "12[]")]
    [InlineData("{% set a = 1 %}{% with a = 2, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}", "211")]
    [InlineData("{% set a %}x{{ name }}{% endset %}{{ a }}", "xWorld")]
    [InlineData("{% set a | upper %}x{{ name }}{% endset %}{{ a }}", "XWORLD")]
    [InlineData("{% set a, b = 1, 2 %}{{ b }}{{ a }}", "21")]
    [InlineData("{% set (a, (b, c)) = (1, (2, 3)) %}{{ a }}{{ b }}{{ c }}", "123")]
    [InlineData("{% macro m() %}{{ a }}{% endmacro %}{% set a = 1 %}{{ m() }}", "1")]
    [InlineData("{% macro m() %}[{{ i }}]{% endmacro %}{% for i in items %}{{ m() }}{% endfor %}", "[][][]")]
    [InlineData("{% for i in items %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}", "123")]
    [InlineData("{% filter upper %}{% set a = 'x' %}{{ a }}{% endfilter %}[{{ a }}]", "X[]")]
    [InlineData("{% if false %}{% set name = 1 %}{% endif %}{{ name }}", "World")]
    [InlineData("{% for i in items %}{{ y }}{% endfor %}{% set y = 1 %}", "")]
    [InlineData("{% for name in items %}{{ name }}{% endfor %}{{ name }}", "123World")]
    [InlineData("{% set a = 1 %}{% macro m(b=a) %}{{ b }}{% endmacro %}{% set a = 2 %}{{ m() }}", "2")]
    [InlineData(
        "{% for i in items %}{% for j in items if j > i %}{{ i }}{{ j }} {% endfor %}{% endfor %}",
        "12 13 23 "
    )]
    [InlineData("{% autoescape true %}{{ '<' }}{% endautoescape %}{{ '<' }}", "&lt;<")]
    [InlineData("{% if true %}{% macro m() %}x{% endmacro %}{% endif %}{{ m() }}", "x")]
    [InlineData("{% set a = [] %}{% for i in items %}{% set _ = a.append(i) %}{% endfor %}{{ a }}", "[1, 2, 3]")]
    public void Names_are_found_and_assigned_in_the_right_scope(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));
}
