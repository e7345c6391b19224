using System.Text;

namespace HomeOps.Cli.Tests;

public sealed class RenderCommandTests
{
    [Fact]
    public void A_project_is_rendered_by_its_makejinja_toml_and_flags_win()
    {
        using var world = Project();

        Assert.Equal(0, world.Run("render"));
        Assert.Equal("domain: example.com\n", world.Read("out/app.yaml"));

        Assert.Equal(0, world.Run("render", "-o", "other", "-D", "domain=example.org"));
        Assert.Equal("domain: example.org\n", world.Read("other/app.yaml"));
    }

    [Fact]
    public void A_single_template_goes_to_standard_output()
    {
        using var world = Project();

        Assert.Equal(0, world.Run("render", "-i", "templates/app.yaml.jinja", "-o", "/dev/stdout", "-q"));
        Assert.Equal("domain: example.com\n", Encoding.UTF8.GetString(world.OutputBytes));
    }

    [Fact]
    public void A_dry_run_reports_and_writes_nothing()
    {
        using var world = Project();
        world.Write("templates/bad.jinja", "{{ 1 / 0 }}");

        Assert.Equal(1, world.Run("render", "--dry-run"));
        Assert.Contains("--> templates/bad.jinja:1:", world.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world["out"]));
    }

    [Fact]
    public void Functions_that_nobody_defines_are_listed_all_at_once()
    {
        using var world = Project();
        world.Write("templates/a.jinja", "{{ first_unknown() }}");
        world.Write("templates/b.jinja", "\n{{ 'x' | second_unknown }}");

        Assert.Equal(1, world.Run("render"));
        Assert.Contains("first_unknown", world.Error, StringComparison.Ordinal);
        Assert.Contains("second_unknown", world.Error, StringComparison.Ordinal);
        Assert.Contains("templates/b.jinja:2:", world.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world["out"]));
    }

    [Theory]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "error HO0310: maximum recursion depth exceeded")]
    [InlineData(
        "{% for i in range(10**9) %}{% endfor %}",
        "error HO0311: a range of 1000000000 numbers is over the limit of 4194304"
    )]
    [InlineData(
        "{% for i in range(9) %}{{ 'x' * 9000000 }}{% endfor %}",
        "error HO0311: the output is over the limit of 67108864 characters"
    )]
    [InlineData("{{ 2**(10**9) }}", "error HO0311: an integer is over the limit of 262144 bits")]
    public void A_template_that_would_use_up_the_machine_is_stopped(string template, string finding)
    {
        using var world = Project();
        world.Write("templates/endless.jinja", template);

        Assert.Equal(1, world.Run("render"));
        Assert.Contains(finding, world.Error, StringComparison.Ordinal);
        Assert.Contains("--> templates/endless.jinja:1:", world.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world["out"]));
    }

    [Fact]
    public void An_unknown_option_is_a_usage_error()
    {
        using var world = Project();
        world.Write("makejinja.toml", "[makejinja]\ninputs = [\"templates\"]\noutput = \"out\"\nforse = true\n");

        Assert.Equal(2, world.Run("render"));
        Assert.Contains("makejinja.toml:4:", world.Error, StringComparison.Ordinal);
        Assert.Contains("force", world.Error, StringComparison.Ordinal);
    }

    private static TestWorld Project()
    {
        var world = new TestWorld();
        world.Write("templates/app.yaml.jinja", "domain: {{ domain }}\n");
        world.Write("data.yaml", "domain: example.com\n");
        world.Write(
            "makejinja.toml",
            "[makejinja]\ninputs = [\"templates\"]\noutput = \"out\"\ndata = [\"data.yaml\"]\n"
        );
        return world;
    }
}
