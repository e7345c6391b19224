namespace HomeOps.Jinja.Tests.Rendering;

public sealed class InheritanceTests
{
    [Theory]
    [InlineData("{% extends 'base' %}{% block a %}1{% endblock %}", "<1|B>")]
    [InlineData("{% extends 'mid' %}{% block a %}1{{ super() }}{% endblock %}", "<1MA|B>")]
    [InlineData("{% extends 'mid' %}{% block a %}{{ super.super() }}{% endblock %}", "<A|B>")]
    [InlineData("before{% extends 'base' %}after{{ 1 / 0 }}", "before<A|B>")]
    [InlineData("{% extends 'base' %}{% set x = 5 %}{% block b %}{{ x }}{% endblock %}", "<A|5>")]
    [InlineData("{% block a %}x{% endblock %}{{ self.a() }}", "xx")]
    [InlineData("{% extends 'base' %}{% block a %}{{ self.b() }}{% endblock %}", "<B|B>")]
    [InlineData("{% if flag %}{% extends 'base' %}{% endif %}{% block a %}c{% endblock %}", "<c|B>")]
    [InlineData("{% if not flag %}{% extends 'base' %}{% endif %}{% block a %}c{% endblock %}", "c")]
    [InlineData("{% extends 'frame' %}{% block row %}<{{ i }}>{% endblock %}", "<1>,<2>,<3>,")]
    [InlineData("{% extends 'need' %}{% block must %}ok{% endblock %}", "ok")]
    [InlineData("{% extends 'base' %}{% macro m() %}mm{% endmacro %}{% block a %}{{ m() }}{% endblock %}", "<mm|B>")]
    [InlineData("{% for i in items %}{% block r %}[{{ i }}]{% endblock %}{% endfor %}", "[][][]")]
    [InlineData("{% for i in items %}{% block r scoped %}[{{ i }}]{% endblock %}{% endfor %}", "[1][2][3]")]
    [InlineData("{% block a %}x{% endblock a %}", "x")]
    [InlineData("{% extends 'base' %}{% block a %}{% block inner %}in{% endblock %}{% endblock %}", "<in|B>")]
    [InlineData("{% extends 'ba' ~ 'se' %}", "<A|B>")]
    [InlineData("{% if false %}{% block z %}zz{% endblock %}{% endif %}{{ self.z() }}", "zz")]
    [InlineData("{% extends 'base' %}{% include 'inc' %}{% block a %}x{% endblock %}", "[World]<x|B>")]
    [InlineData("{% extends 'base' %}{% filter upper %}q{% endfilter %}", "<A|B>")]
    [InlineData("{% extends 'base' %}{% for i in items %}{{ i }}{% endfor %}", "<A|B>")]
    [InlineData("{% extends 'base' %}{% set v %}{{ name }}{% endset %}{% block a %}{{ v }}{% endblock %}", "<World|B>")]
    public void Blocks_run_where_the_root_template_places_them(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));
}
