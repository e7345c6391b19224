namespace HomeOps.Jinja.Tests.Rendering;

public sealed class MacroTests
{
    [Theory]
    [InlineData(
        "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=1, a=5) }}",
        "12 13 51"
    )]
    [InlineData("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m() }}", "[]")]
    [InlineData("{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}", "(1, 2){'x': 3}")]
    [InlineData("{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}hi {{ name }}{% endcall %}", "<hi World>")]
    [InlineData(
        "{% macro m() %}{% for i in items %}{{ caller(i) }}{% endfor %}{% endmacro %}{% call(x) m() %}[{{ x }}]{% endcall %}",
        "[1][2][3]"
    )]
    [InlineData("{% macro m(a, b=a) %}{{ b }}{% endmacro %}{{ m(4) }}", "4")]
    [InlineData("{% macro fact(n) %}{{ n if n < 2 else n * fact(n - 1)|int }}{% endmacro %}{{ fact(5) }}", "120")]
    [InlineData("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}", "B")]
    [InlineData("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(*[1]) }}{{ m(**{'x': 2}) }}", "12")]
    [InlineData("{% macro m(caller=none) %}{{ caller is none }}{% endmacro %}{{ m() }}", "True")]
    [InlineData("{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}", "False")]
    [InlineData("{% macro outer() %}{% macro inner() %}i{% endmacro %}{{ inner() }}{% endmacro %}{{ outer() }}", "i")]
    public void Macros_take_arguments_as_Python_functions_do(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));
}
