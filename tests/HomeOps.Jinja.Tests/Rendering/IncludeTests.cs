namespace HomeOps.Jinja.Tests.Rendering;

public sealed class IncludeTests
{
    [Theory]
    [InlineData("{% include 'inc' %}", "[World]")]
    [InlineData("{% set x = 1 %}{% include 'inc' %}", "[World1]")]
    [InlineData("{% for x in items %}{% include 'inc' %}{% endfor %}", "[World1][World2][World3]")]
    [InlineData("{% include 'inc' without context %}", "[]")]
    [InlineData(
        "{% for i in items %}{% include 'loopinc' ignore missing %}{% if loop %}{% endif %}{% endfor %}",
        "(1)(2)(3)"
    )]
    [InlineData("{% include 'setter' %}{{ name }}", "changedWorld")]
    [InlineData("{% include 'none' ignore missing %}x", "x")]
    [InlineData("{% include ['none', 'inc'] %}", "[World]")]
    [InlineData("{% with x = 9 %}{% include 'inc' %}{% endwith %}", "[World9]")]
    [InlineData("{% import 'lib' as l %}{{ l.hi('x') }}{{ l.version }}[{{ l._secret }}]{{ l }}", "hi x!3[]text")]
    [InlineData("{% from 'lib' import hi, version as v %}{{ hi(1, p='?') }}{{ v }}", "hi 1?3")]
    [InlineData("{% from 'lib' import nope %}{{ nope is defined }}", "False")]
    [InlineData("{% from 'lib' import hi with context %}{{ hi(1) }}", "hi 1!")]
    [InlineData("{% macro m() %}{% include 'inc' %}{% endmacro %}{{ m() }}", "[World]")]
    [InlineData("{% set a %}{% include 'inc' %}{% endset %}<{{ a }}>", "<[World]>")]
    [InlineData("{% import 'lib' as l %}{% for i in items %}{{ l.hi(i) }}{% endfor %}", "hi 1!hi 2!hi 3!")]
    [InlineData("{% include 'mid' %}", "<MA|B>")]
    public void Included_and_imported_templates_see_what_they_should(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));
}
