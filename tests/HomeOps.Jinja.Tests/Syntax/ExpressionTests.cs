using HomeOps.Jinja.Tests.Rendering;

namespace HomeOps.Jinja.Tests.Syntax;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("{{ 1 + 2 * 3 }}", "7")]
    [InlineData("{{ (1 + 2) * 3 }}", "9")]
    [InlineData("{{ 2 ** 3 ** 2 }}", "64")]
    [InlineData("{{ -2 ** 2 }}", "4")]
    [InlineData("{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ 7 / 2 }}", "3 -4 1 3.5")]
    [InlineData("{{ 1 ~ 2 * 3 }}", "16")]
    [InlineData("{{ not 1 in [1] }}", "False")]
    [InlineData("{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }}", "True False")]
    [InlineData("{{ 'a' if false else 'b' }}", "b")]
    [InlineData("[{{ 'a' if false }}]", "[]")]
    [InlineData("{{ 1 if true else 2 if true else 3 }}", "1")]
    [InlineData("{{ nothing or 'x' }} {{ 0 and 5 }}", "x 0")]
    [InlineData("{{ [1, 2][0] }} {{ {'a': 1}.a }} {{ {'a': 1}['a'] }}", "1 1 1")]
    [InlineData("{{ (1,) }} {{ () }} {{ 1, 2 }}", "(1,) () (1, 2)")]
    [InlineData("{{ items[1:] }} {{ items[::-1] }} {{ items[:2] }} {{ items[-1:] }}", "[2, 3] [3, 2, 1] [1, 2] [3]")]
    [InlineData("{{ 'a' 'b' }}", "ab")]
    [InlineData("{{ 'a\\n' \"\\x41\\u00e9\" }}", "a\nA\u00e9")]
    [InlineData("{{ 0x1f }} {{ 0b11 }} {{ 0o17 }} {{ 1_000 }} {{ 1.5e3 }}", "31 3 15 1000 1500.0")]
    [InlineData("{{ 99999999999999999999 + 1 }}", "100000000000000000000")]
    [InlineData("{{ items is defined }} {{ foo is not defined }}", "True True")]
    [InlineData("{{ 'x' in 'xyz' }} {{ 4 not in items }}", "True True")]
    [InlineData("{{ user.name }} {{ user['tags'][1] }} {{ user.tags.0 }}", "Ann b a")]
    [InlineData("{{ missing }}|{{ user.missing }}", "|")]
    [InlineData("{{ {'a': {'b': 1}} }}", "{'a': {'b': 1}}")]
    [InlineData("{{ '}}' }}", "}}")]
    [InlineData("{{ '%}' }}{{ '#}' }}", "%}#}")]
    [InlineData("{{ True }} {{ none }} {{ None }} {{ false }}", "True None None False")]
    [InlineData("{{ 1 in [1] and 2 }}", "2")]
    [InlineData("{{ user.tags is defined and user.tags[0] == 'a' }}", "True")]
    [InlineData("{{ [1, 2,] }} {{ {'a': 1,} }}", "[1, 2] {'a': 1}")]
    [InlineData("{{ 5 is divisibleby 5 }} {{ 5 is not even }}", "True True")]
    [InlineData("{{ name|upper ~ '!' }}", "WORLD!")]
    [InlineData("{{ -1|abs }}", "1")]
    [InlineData("{{ [1,2]|join('-') }}", "1-2")]
    [InlineData("{{ foo|default('d') }} {{ nothing|default('d', true) }}", "d d")]
    [InlineData("{{ items|map('string')|join }}", "123")]
    public void Expressions_bind_as_in_Jinja2(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template));
}
