using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Values;

public sealed class LimitTests
{
    private static readonly Limits Small = new() { TextLength = 10_000 };

    [Fact]
    public void The_limits_are_these_unless_they_are_set()
    {
        var limits = new JinjaOptions().Limits;
        Assert.Equal(64 * 1024 * 1024, limits.TextLength);
        Assert.Equal(4 * 1024 * 1024, limits.Items);
        Assert.Equal(256 * 1024, limits.IntegerBits);
        Assert.Equal(TimeSpan.FromMinutes(1), limits.Time);
        Assert.Equal(200, limits.Depth);
    }

    // What is refused before it is made costs nothing, so that the limits of everybody are shown here.
    [Theory]
    [InlineData("'x' * 10**12", "a text of 1000000000000 characters is over the limit of 67108864")]
    [InlineData("[1] * 10**12", "a sequence of 1000000000000 items is over the limit of 4194304")]
    [InlineData("(1,) * 10**12", "a sequence of 1000000000000 items is over the limit of 4194304")]
    [InlineData("2**1000000", "an integer is over the limit of 262144 bits")]
    [InlineData("(2**100000)**100000", "an integer is over the limit of 262144 bits")]
    [InlineData("range(10**12)|list", "a range of 1000000000000 numbers is over the limit of 4194304")]
    [InlineData("range(10**12)|sum", "a range of 1000000000000 numbers is over the limit of 4194304")]
    [InlineData("'%100000000d' % 1", "a text of 100000000 characters is over the limit of 67108864")]
    [InlineData("'{:100000000}'.format(1)", "a text of 100000000 characters is over the limit of 67108864")]
    [InlineData("'x'.center(10**12)", "a text of 1000000000000 characters is over the limit of 67108864")]
    [InlineData("'x'.zfill(10**12)", "a text of 1000000000000 characters is over the limit of 67108864")]
    [InlineData("'x'|indent(10**12, true)", "a text of 1000000000000 characters is over the limit of 67108864")]
    [InlineData("[1]|slice(10**12)|list", "a sequence of 1000000000000 items is over the limit of 4194304")]
    [InlineData("[1]|batch(10**12, 0)|list", "a sequence of 999999999999 items is over the limit of 4194304")]
    public void What_would_use_up_the_memory_is_refused(string expression, string message)
    {
        var error = Assert.Throws<JinjaException>(() => Render("{{ " + expression + " }}"));
        Assert.Equal(JinjaErrorKind.Limit, error.Kind);
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("{{ range(10**12)|length }}", "1000000000000")]
    [InlineData("{{ range(10**15)[5] }}", "5")]
    [InlineData("{{ 7 in range(10**15) }}", "True")]
    [InlineData("{{ ('%.2000f' % 0.5)|length }}", "2002")]
    [InlineData("{{ (-1)**(10**9 + 1) }}", "-1")]
    public void What_is_large_but_never_laid_out_works(string template, string text) =>
        Assert.Equal(text, Render(template));

    [Theory]
    [InlineData("ns.a == ns.b")]
    [InlineData("ns.a < ns.b")]
    [InlineData("ns.a|tojson")]
    [InlineData("ns.a|pprint")]
    [InlineData("ns.a")]
    public void Deep_nesting_is_an_error_and_not_a_crash(string expression)
    {
        var error = Assert.Throws<JinjaException>(() =>
            Render(
                "{% set ns = namespace(a=[], b=[]) %}"
                    + "{% for i in range(50000) %}{% set ns.a = [ns.a] %}{% set ns.b = [ns.b] %}{% endfor %}"
                    + "{{ "
                    + expression
                    + " }}"
            )
        );
        Assert.Equal(JinjaErrorKind.Recursion, error.Kind);
    }

    [Theory]
    [InlineData("{% set l = [1] %}{% set _ = l.append(l) %}{{ l }}", "[1, [...]]")]
    [InlineData("{% set d = {} %}{% set _ = d.update(a=d) %}{{ d }}", "{'a': {...}}")]
    [InlineData("{% set l = [1] %}{% set _ = l.append(l) %}{{ l|pprint }}", "[1, <Recursion on list>]")]
    public void A_container_in_itself_prints_an_end(string template, string text) =>
        Assert.Equal(text, Render(template));

    [Fact]
    public void A_loop_that_feeds_itself_ends()
    {
        var environment = new JinjaEnvironment(new JinjaOptions { Limits = new Limits { Items = 1000 } });
        var template = environment.FromString("{% set l = [1] %}{% for x in l %}{% set _ = l.append(x) %}{% endfor %}");
        var error = Assert.Throws<JinjaException>(() => template.Render());
        Assert.Equal(JinjaErrorKind.Limit, error.Kind);
    }

    // Forty lists, each of which holds the one before twice: 2^40 ways through them.
    [Theory]
    [InlineData("[]", "ns.a", "the text of a value is over the limit of 10000 characters")]
    [InlineData("[]", "'' ~ ns.a", "the text of a value is over the limit of 10000 characters")]
    [InlineData("[]", "ns.a == ns.b", "comparing these values takes more than the limit of 16777216 steps")]
    [InlineData("()", "{ns.a: 1}", "comparing these values takes more than the limit of 16777216 steps")]
    public void Values_that_hold_each_other_again_and_again_are_walked_only_so_far(
        string first,
        string expression,
        string message
    )
    {
        var (open, close) = (first[0], first[1]);
        var error = Assert.Throws<JinjaException>(() =>
            Render(
                $"{{% set ns = namespace(a={first}, b={first}) %}}{{% for i in range(40) %}}"
                    + $"{{% set ns.a = {open}ns.a, ns.a{close} %}}{{% set ns.b = {open}ns.b, ns.b{close} %}}{{% endfor %}}"
                    + "{{ "
                    + expression
                    + " }}",
                Small
            )
        );
        Assert.Equal(JinjaErrorKind.Limit, error.Kind);
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("{{ 'ab' }}{{ 'cdefghijk' }}")]
    [InlineData("abcdefghi{{ 10 }}")]
    [InlineData("{% set x %}abcdefghijk{% endset %}")]
    [InlineData("{% macro m() %}abcdef{% endmacro %}{{ m() }}{{ m() }}")]
    [InlineData("{% for i in range(100) %}x{% endfor %}")]
    public void The_output_is_bounded_to_the_character(string template)
    {
        var environment = new JinjaEnvironment(new JinjaOptions { Limits = new Limits { TextLength = 10 } });
        Assert.Equal(
            "0123456789",
            environment.FromString("{{ 12345|string|replace('12345', '0123456789') }}").Render()
        );
        var error = Assert.Throws<JinjaException>(() => environment.FromString(template).Render());
        Assert.Equal("the output is over the limit of 10 characters", error.Message);
        Assert.Equal(JinjaErrorKind.Limit, error.Kind);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var environment = new JinjaEnvironment(new JinjaOptions { Limits = new Limits { Depth = 5 } });
        var template = environment.FromString(
            "{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}{{ m(4) }}"
        );
        var error = Assert.Throws<JinjaException>(() => template.Render());
        Assert.Equal("maximum recursion depth exceeded", error.Message);
        Assert.Equal(JinjaErrorKind.Recursion, error.Kind);
    }

    [Fact]
    public void Filler_text_is_bounded()
    {
        var error = Assert.Throws<JinjaException>(() => Render("{{ lipsum(n=10**9, min=0, max=1) }}", Small));
        Assert.Equal(JinjaErrorKind.Limit, error.Kind);
    }

    [Fact]
    public void The_limits_can_be_set()
    {
        var options = new JinjaOptions
        {
            Limits = new Limits { TextLength = 10, Items = 3 },
        };
        var environment = new JinjaEnvironment(options);
        var text = Assert.Throws<JinjaException>(() => environment.FromString("{{ 'ab' * 6 }}").Render());
        Assert.Equal("a text of 12 characters is over the limit of 10", text.Message);
        var list = Assert.Throws<JinjaException>(() => environment.FromString("{{ [1, 2] + [3, 4] }}").Render());
        Assert.Equal("a sequence of 4 items is over the limit of 3", list.Message);
    }

    [Theory]
    [InlineData("{% for i in range(1000) %}{% endfor %}")]
    [InlineData("{% macro m() %}{% endmacro %}{% for i in [1] * 500 %}{{ m() }}{{ m() }}{% endfor %}")]
    [InlineData("{{ range(1000)|map('string')|list }}")]
    [InlineData("{{ range(1000)|select('odd')|list }}")]
    public void A_template_that_takes_too_long_is_stopped(string template)
    {
        var options = new JinjaOptions
        {
            Limits = new Limits { Time = TimeSpan.FromSeconds(2.5) },
            Clock = new SlowClock(),
        };
        var error = Assert.Throws<JinjaException>(() => new JinjaEnvironment(options).FromString(template).Render());
        Assert.Equal(JinjaErrorKind.Limit, error.Kind);
        Assert.Equal("the template takes longer than the limit of 2.5 seconds", error.Message);
    }

    private static string Render(string template, Limits? limits = null) =>
        new JinjaEnvironment(new JinjaOptions { Limits = limits ?? Limits.Default }).FromString(template).Render();

    // A second passes between two looks at it.
    private sealed class SlowClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++seconds;
    }
}
