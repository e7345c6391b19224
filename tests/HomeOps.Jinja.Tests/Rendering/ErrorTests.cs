using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Jinja.Tests.Rendering;

public sealed class ErrorTests
{
    private static readonly string[] Templates =
    [
        "{{ 1 + }}",
        "{% if %}",
        "{% if x %}",
        "{% for %}",
        "{% for x in y %}",
        "{{ 'abc }}",
        "{{ a b }}",
        "{% endif %}",
        "{% foo %}",
        "{% if x %}{% endfor %}",
        "{{ (1 }}",
        "{{ 1) }}",
        "{{ [1) }}",
        "{# abc",
        "{% raw %} x",
        "{% block a-b %}{% endblock %}",
        "{% block a %}{% endblock %}{% block a %}{% endblock %}",
        "{% set 1 = 2 %}",
        "{% set a.b.c = 2 %}",
        "{% extends %}",
        "{% include %}",
        "{% from 'a' import _x %}",
        "{% macro m(a=1, b) %}{% endmacro %}",
        "{% call 1 %}{% endcall %}",
        "{{ x is }}",
        "{{ x| }}",
        "{{ a.'b' }}",
        "{{ f(a=1, 2) }}",
        "{{ ! }}",
        "{{ 1 is even is odd }}",
        "{{ x|nofilter }}",
        "{{ x is notest }}",
        "{% for loop in items %}{% endfor %}",
        "{% for x in items %}{% extends 'base' %}{% endfor %}",
        "{{ }}",
        "{% %}",
        "{{ a if }}",
        "{% set a %}",
        "{% block a required %}x{% endblock %}",
        "{% break %}",
        "{{ '\\x1' }}",
        "{{ {1} }}",
        "{{ *a }}",
        "{% macro true() %}{% endmacro %}",
        "{% with a %}{% endwith %}",
        "{{ missing.x }}",
        "{{ missing() }}",
        "{{ 1 / 0 }}",
        "{{ 1 + 'a' }}",
        "{{ user.name.foo.bar }}",
        "{% include 'none' %}",
        "{% include ['n1', 'n2'] %}",
        "{% extends 'none' %}",
        "{% extends 'base' %}{% extends 'base' %}",
        "{% for i in 5 %}{% endfor %}",
        "{% for a, b in [1] %}{% endfor %}",
        "{% for a, b in [(1, 2, 3)] %}{% endfor %}",
        "{% set a, b = [1] %}",
        "{% macro m() %}{% endmacro %}{{ m(1) }}",
        "{% macro m() %}{% endmacro %}{{ m(x=1) }}",
        "{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}",
        "{% block a %}{{ super() }}{% endblock %}",
        "{% extends 'need' %}",
        "{% set user.name = 1 %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% from 'lib' import nope %}{{ nope() }}",
        "{{ 5() }}",
        "{{ nothing.x.y }}",
        "{% for x in items %}{{ loop() }}{% endfor %}",
        "{% for x in items %}{{ loop.cycle() }}{% endfor %}",
        "{% include 'bad' %}",
        "{{ [1][0][0].x.y }}",
        "{{ 'a' < 1 }}",
        "{{ items.nope() }}",
        "{% if false %}{{ x|nofilter }}{% endif %}{% if true %}{{ x|nofilter }}{% endif %}",
        "{{ nmae.first }}",
        "{{ user.tgas[0] }}",
        "{{ x|deflaut(1) }}",
        "{{ x is divisible(3) }}",
        "line one\nline two {{ user.tags[7].x }}\n",
        "{% for i in range(99999999) %}{% endfor %}",
        "{{ 'x' * 99999999999 }}",
        "{{ {}.pop('a') }}",
        "{{ ''.join([1]) }}",
        "{{ 'x'.encode('nope') }}",
        "{{ 2.0 ** 5000 }}",
        "{{ ''.__mro__ }}",
        "{{ 'abc'|truncate(1) }}",
        "{% esle %}",
        "{% if x %}{% ednif %}",
        "{% foreach x in y %}",
    ];

    [Fact]
    public void Every_mistake_is_told_with_its_code_place_and_hint()
    {
        var text = new StringWriter { NewLine = "\n" };
        foreach (var template in Templates)
        {
            var error = Assert.Throws<JinjaException>(() => Given.Render(template));
            text.Write($"{error.ClassName} in {template.ReplaceLineEndings("\\n")}\n");
            DiagnosticPrinter.Print(text, JinjaDiagnostics.Of(error));
            text.Write('\n');
        }

        Golden.Verify("Cases/errors.txt", text.ToString());
    }
}
