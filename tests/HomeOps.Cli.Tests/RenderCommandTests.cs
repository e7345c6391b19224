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
    public async Task A_single_template_goes_into_a_pipe()
    {
        using var world = Project();
        Libc.MakeFifo(world["pipe"]);
        var reader = Task.Run(() => File.ReadAllText(world["pipe"]), TestContext.Current.CancellationToken);

        Assert.Equal(0, world.Run("render", "-i", "templates/app.yaml.jinja", "-o", "pipe", "-q"));
        var read = await reader.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("domain: example.com\n", read);
        Assert.True(Files.OutputFile.IsSpecial(world["pipe"]));
    }

    [Theory]
    [InlineData("-D", "the option 'data_vars' must be NAME=VALUE (on the command line: -D NAME=VALUE)")]
    [InlineData(
        "--file-data",
        "the option 'file_data' must be NAME=FILE,FILE (on the command line: --file-data NAME=FILE,FILE)"
    )]
    [InlineData("--newline-sequence", @"the option 'whitespace.newline_sequence' must be one of \n, \r\n, \r")]
    public void A_value_of_another_form_is_told_its_form(string flag, string message)
    {
        using var world = Project();

        Assert.Equal(2, world.Run("render", flag, "host"));
        Assert.Equal($"error HO0403: {message}\n", world.Error);
    }

    [Fact]
    public void A_line_end_may_be_typed_with_backslashes()
    {
        using var world = Project();

        Assert.Equal(0, world.Run("render", "--newline-sequence", @"\r\n"));
        Assert.Equal("domain: example.com\r\n", world.Read("out/app.yaml"));
    }

    [Fact]
    public void A_dry_run_reports_and_writes_nothing()
    {
        using var world = Project();
        world.Write("templates/bad.jinja", "{{ 1 / 0 }}");

        Assert.Equal(1, world.Run("render", "--dry-run"));
        Assert.Contains("--> templates/bad.jinja:1:", world.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world["out"]));

        File.Delete(world["templates/bad.jinja"]);
        Assert.Equal(0, world.Run("render", "--dry-run"));
        Assert.EndsWith("\nNothing was written (--dry-run)\n", world.Error, StringComparison.Ordinal);
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

    [Fact]
    public void Every_flag_of_makejinja_does_what_its_option_does()
    {
        using var world = new TestWorld();
        world.Processes = new RealProcesses(world.Environment);
        world.Write(
            "in/a.txt.j2",
            "<% if true %>\n  << name >>|<< extra >>|<< nosuch.x >>\n<% endif %>\n<# note #>\n% set y = 1\n%% gone\n<< y >><% do [].append(1) %>\n"
        );
        world.Write("in/empty.j2", "");
        world.Write("in/skipped.j2", "no");
        world.Write("data.yaml", "name: of the file\n");
        world.Write("extra.json", "{\"extra\": 5}");

        Assert.Equal(
            0,
            world.Run([
                .. "render -i in -o out -d data.yaml -D name=N --file-data a.txt.j2=extra.json -I **/* -E skipped*".Split(
                    ' '
                ),
                .. "--jinja-suffix .j2 --undefined chainable -e jinja2.ext.do --keep-jinja-suffix --keep-empty -m -f -q".Split(
                    ' '
                ),
                .. "--delimiter-block-start <% --delimiter-block-end %> --delimiter-variable-start <<".Split(' '),
                .. "--delimiter-variable-end >> --delimiter-comment-start <# --delimiter-comment-end #>".Split(' '),
                .. "--prefix-line-statement % --prefix-line-comment %% --no-trim-blocks --no-lstrip-blocks".Split(' '),
                .. "--strip-trailing-newline --import-path . --newline-sequence \r\n".Split(' '),
                "--exec-pre",
                "echo first > log.txt",
                "--exec-post",
                "echo last >> log.txt",
            ])
        );

        Assert.Equal("\r\n  N|5|\r\n\r\n\r\n\r\n1", world.Read("out/a.txt.j2"));
        Assert.Equal("", world.Read("out/empty.j2"));
        Assert.False(File.Exists(world["out/skipped.j2"]));
        Assert.Equal("first\nlast\n", world.Read("log.txt"));
        Assert.Equal("", world.Error);
    }

    // Each case: the flags, makejinja.toml beyond inputs and output, the template and what it gives.
    [Theory]
    [InlineData("--trim-blocks", "[makejinja.whitespace]\ntrim_blocks = false", "{% if true %}\na{% endif %}\n", "a")]
    [InlineData("--no-trim-blocks", "", "{% if true %}\na{% endif %}\n", "\na\n")]
    [InlineData("--lstrip-blocks", "[makejinja.whitespace]\nlstrip_blocks = false", "  {% if true %}a{% endif %}", "a")]
    [InlineData("--no-lstrip-blocks", "", "  {% if true %}a{% endif %}", "  a")]
    [InlineData("--keep-trailing-newline", "[makejinja.whitespace]\nkeep_trailing_newline = false", "a\n", "a\n")]
    [InlineData("--strip-trailing-newline", "", "a\n", "a")]
    [InlineData("--no-trim-blocks --trim-blocks", "", "{% if true %}\na{% endif %}\n", "a")]
    [InlineData("--trim-blocks --no-trim-blocks", "", "{% if true %}\na{% endif %}\n", "\na\n")]
    [InlineData("--internal-autoescape", "", "{{ '<' }}", "&lt;")]
    [InlineData(
        "--internal-cache-size 5 --internal-enable-async --no-internal-optimized --internal-auto-reload",
        "",
        "{{ '<' }}",
        "<"
    )]
    public void White_space_and_hidden_flags_win_over_makejinja_toml(
        string flags,
        string toml,
        string template,
        string text
    )
    {
        using var world = new TestWorld();
        world.Write("makejinja.toml", $"[makejinja]\ninputs = [\"in\"]\noutput = \"out\"\n{toml}\n");
        world.Write("in/a.txt.jinja", template);

        Assert.Equal(0, world.Run(["render", .. flags.Split(' ')]));
        Assert.Equal(text, world.Read("out/a.txt"));
    }

    [Theory]
    [InlineData("-p")]
    [InlineData("--plugin")]
    [InlineData("-l")]
    [InlineData("--loader")]
    public void A_plugin_named_by_a_flag_brings_its_functions(string flag)
    {
        using var world = Project();
        world.Write("templates/net.txt.jinja", "{{ '10.0.0.0/24' | nthhost(3) }}\n");

        Assert.Equal(1, world.Run("render"));
        Assert.Contains("nthhost", world.Error, StringComparison.Ordinal);

        Assert.Equal(0, world.Run("render", flag, "templates.scripts.plugin:Plugin"));
        Assert.Equal("10.0.0.3\n", world.Read("out/net.txt"));
    }

    [Theory]
    [InlineData("-c")]
    [InlineData("--clean")]
    public void Clean_deletes_what_the_output_folder_held(string flag)
    {
        using var world = Project();
        world.Write("out/left.txt", "from before\n");

        Assert.Equal(0, world.Run("render"));
        Assert.True(File.Exists(world["out/left.txt"]));

        Assert.Equal(0, world.Run("render", flag));
        Assert.False(File.Exists(world["out/left.txt"]));
        Assert.Equal("domain: example.com\n", world.Read("out/app.yaml"));
    }

    [Fact]
    public void Clean_with_the_working_folder_as_output_is_refused_with_the_reason()
    {
        using var world = Project();

        Assert.Equal(1, world.Run("render", "--clean", "-o", "./"));
        Assert.Contains(
            "HO0412: clean would delete '.' together with the output folder './'",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("domain: {{ domain }}\n", world.Read("templates/app.yaml.jinja"));
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
