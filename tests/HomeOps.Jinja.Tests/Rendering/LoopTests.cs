namespace HomeOps.Jinja.Tests.Rendering;

public sealed class LoopTests
{
    [Theory]
    [InlineData(
        "{% for i in items %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %},{% endif %}{% endfor %}",
        "1/3,2/3,3/3"
    )]
    [InlineData(
        "{% for i in items %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }} {% endfor %}",
        "032True 121False 210False "
    )]
    [InlineData("{% for i in [] %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in items if i > 5 %}x{% else %}none{% endfor %}", "none")]
    [InlineData(
        "{% for i in items if i != 2 %}{{ loop.index }}:{{ i }}/{{ loop.length }} {% endfor %}",
        "1:1/2 2:3/2 "
    )]
    [InlineData("{% for i in items %}{{ loop.previtem }}<{{ i }}>{{ loop.nextitem }} {% endfor %}", "<1>2 1<2>3 2<3> ")]
    [InlineData("{% for i in items %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba")]
    [InlineData("{% for i in [1,1,2] %}{{ loop.changed(i) }} {% endfor %}", "True False True ")]
    [InlineData("{% for n in tree recursive %}{{ n.n }}{{ loop.depth }}({{ loop(n.c) }}){% endfor %}", "a1(b2())d1()")]
    [InlineData("{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }};{% endfor %}", "a=1;b=2;")]
    [InlineData("{% for k in {'a': 1} %}{{ k }}{% endfor %}", "a")]
    [InlineData("{% for c in 'h\u00e9y' %}{{ c }}.{% endfor %}", "h.\u00e9.y.")]
    [InlineData(
        "{% for i in items %}{% for j in items %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}",
        "1231 1232 1233 "
    )]
    [InlineData("{% for a, b in [(1, 2), (3, 4)] %}{{ a }}{{ b }}{% endfor %}", "1234")]
    [InlineData("{% for i in items %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %}", "1")]
    [InlineData("{% for i in items %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13")]
    [InlineData("{% for i in items %}{% break %}{% else %}E{% endfor %}", "E")]
    [InlineData("{% for i in missing %}x{% else %}e{% endfor %}", "e")]
    [InlineData("{% for i in items recursive %}{{ i }}{% else %}e{% endfor %}", "123")]
    [InlineData("{{ loop }}|", "|")]
    [InlineData("{% for i in range(3) %}{{ i }}{% endfor %}", "012")]
    [InlineData("{% for i in items if i is odd %}{{ i }}{{ loop.last }}{% endfor %}", "1False3True")]
    [InlineData("{% for n in tree recursive %}{% set x = n.n %}{{ loop(n.c) }}{{ x }}{% endfor %}", "bad")]
    public void Loops_tell_where_they_are(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));
}
