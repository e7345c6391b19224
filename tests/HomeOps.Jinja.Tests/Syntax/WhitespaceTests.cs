using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Tests.Rendering;

namespace HomeOps.Jinja.Tests.Syntax;

public sealed class WhitespaceTests
{
    private static readonly JinjaSyntax Trimming = new()
    {
        TrimBlocks = true,
        LstripBlocks = true,
        KeepTrailingNewline = true,
    };

    [Theory]
    [InlineData("a\n{% if true %}\nb\n{% endif %}\nc\n", "a\n\nb\n\nc")]
    [InlineData("  {% if true %}  x  {% endif %}  ", "    x    ")]
    [InlineData("{{ 1 }}\n", "1")]
    [InlineData("{{ 1 }}\n\n", "1\n")]
    [InlineData("a {%- if true -%} b {%- endif -%} c", "abc")]
    [InlineData("a\n\n {{- 1 -}} \n\nb", "a1b")]
    [InlineData("{# c #}\nx", "\nx")]
    [InlineData("a{#- c -#} b", "ab")]
    [InlineData("{% raw %}{{ x }}{% endraw %}", "{{ x }}")]
    [InlineData("{%- raw -%} {{ x }} {%- endraw -%} z", "{{ x }}z")]
    [InlineData(" {% raw %}\n{% if %}\n{% endraw %} ", " \n{% if %}\n ")]
    [InlineData("a{% raw -%}  b  {%- endraw %}c", "abc")]
    [InlineData("\n{{ 1 }}", "\n1")]
    [InlineData("{{ '\n' }}|", "\n|")]
    [InlineData("a\r\nb\rc\n", "a\nb\nc")]
    [InlineData("{%+ if true %}a{% endif %}", "a")]
    [InlineData("{{-1-}}", "1")]
    [InlineData("x {{- -1 }}", "x-1")]
    [InlineData("{%- set a = 1 %}\n{{ a }}", "\n1")]
    [InlineData("{% if true -%}\n\n  a\n\n{%- endif %}", "a")]
    [InlineData("\u00a0{%- if true %}a{% endif %}", "a")]
    public void Signs_decide_when_nothing_is_trimmed(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));

    [Theory]
    [InlineData("a\n{% if true %}\nb\n{% endif %}\nc\n", "a\nb\nc\n")]
    [InlineData("  {% if true %}\n  x\n  {% endif %}\n", "  x\n")]
    [InlineData("{{ 1 }}\nx", "1\nx")]
    [InlineData("  {{ 1 }}\n", "  1\n")]
    [InlineData("  {# c #}\nx", "x")]
    [InlineData("a {# c #}\nx", "a x")]
    [InlineData("{# c #} \nx", " \nx")]
    [InlineData("  {%+ if true %}\n  x\n  {% endif %}\n", "    x\n")]
    [InlineData("{% if true +%}\nx{% endif %}", "\nx")]
    [InlineData("{% raw %}\nx\n{% endraw %}\ny", "\nx\ny")]
    [InlineData("  {% raw %}\n  x\n  {% endraw %}\ny", "\n  x\ny")]
    [InlineData("\t{% set a = 1 %}\t\n{{ a }}", "\t\n1")]
    [InlineData("{% if true %}\n\n\nx{% endif %}", "\n\nx")]
    [InlineData("x  {% if true %}y{% endif %}", "x  y")]
    [InlineData("{% for i in items %}\n- {{ i }}\n{% endfor %}\nend", "- 1\n- 2\n- 3\nend")]
    [InlineData("{% for i in items %}\n  {% if i > 1 %}\n  - {{ i }}\n  {% endif %}\n{% endfor %}\n", "  - 2\n  - 3\n")]
    [InlineData("a:\n  {% if flag %}\n  b: {{ name }}\n  {% else %}\n  c: 1\n  {% endif %}\n", "a:\n  b: World\n")]
    [InlineData("{%- if true %}\n  x\n{%- endif %}\n", "  x")]
    [InlineData("{{ 1 -}}\n  x", "1x")]
    [InlineData("  {%- if true +%}\nx{% endif %}\n", "\nx")]
    [InlineData("\u00a0{% if true %}x{% endif %}", "x")]
    [InlineData("a\n\v{% if true %}x{% endif %}", "a\nx")]
    public void Lines_with_only_a_tag_vanish_when_blocks_are_trimmed(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template, Trimming));
}
