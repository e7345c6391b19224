using HomeOps.Files;

namespace HomeOps.Makejinja.Tests;

public class MakejinjaProjectTests
{
    [Fact]
    public void Errors_of_all_templates_are_reported_at_once()
    {
        var project = Project.Of(
            ("in/a.jinja", "ok\n{% if %}"),
            ("in/b.jinja", "{{ 1 / 0 }}"),
            ("in/sub/c.jinja", "x {{ f( }}")
        );

        Assert.Equal(
            ["in/a.jinja:2:", "in/sub/c.jinja:1:"],
            project.Findings().Select(static f => f[..(f.IndexOf(':') + 3)])
        );
    }

    [Fact]
    public void Errors_while_rendering_are_reported_for_every_template()
    {
        var project = Project.Of(
            ("in/a.jinja", "{{ 1 / 0 }}"),
            ("in/b.jinja", "\n{{ [].x.y }}"),
            ("in/c.jinja", "fine")
        );
        var tree = project.Render();

        Assert.Equal(["HO0309", "HO0303"], tree.Diagnostics.Select(static d => d.Code));
        Assert.Equal(["in/a.jinja", "in/b.jinja"], tree.Diagnostics.Select(static d => d.Location!.Path));
        Assert.True(tree.HasErrors);
    }

    [Fact]
    public void Names_that_nobody_defines_are_listed_before_anything_is_rendered()
    {
        var project = Project.Of(
            ("in/a.jinja", "{{ secret_of('x') }}\n{{ 1|frobnicate }}"),
            ("in/b.jinja", "{% if false %}{{ 1 is shiny }}{% endif %}{{ 1 / 0 }}")
        );

        Assert.Equal(
            [
                "in/a.jinja:1:4: error HO0408: the function 'secret_of' is not known",
                "in/a.jinja:2:6: error HO0408: the filter 'frobnicate' is not known",
                "in/b.jinja:1:23: error HO0408: the test 'shiny' is not known",
            ],
            project.Findings()
        );
    }

    [Fact]
    public void The_python_file_that_would_have_defined_a_name_is_told()
    {
        var project = Project.With(
            "inputs = [\"in\"]\nloaders = [\"plugin:Plugin\"]\nimport_paths = [\"scripts\"]",
            (
                "scripts/plugin.py",
                "class Plugin:\n    def functions(self):\n        pass\n\ndef vault_read (path: str):\n    pass\n"
            ),
            ("in/a.jinja", "{{ vault_read('x') }}{{ age_kye('public') }}")
        );

        Assert.Equal(
            [
                "scripts/plugin.py defines it, and homeops does not run Python: declare it in homeops.toml, as in functions.vault_read = { file = \"vault_read.txt\" }",
                "did you mean 'age_key'?",
            ],
            project.Render().Diagnostics.Select(static d => d.Hint)
        );
    }

    [Fact]
    public void Plugin_functions_exist_only_where_a_plugin_is_named() =>
        Assert.Equal(
            ["in/a.jinja:1:8: error HO0408: the filter 'basename' is not known"],
            Project.Of(("in/a.jinja", "{{ 'a'|basename }}")).Findings()
        );

    [Fact]
    public void The_environment_is_the_variable_env_whatever_the_data_say()
    {
        var project = Project.With("inputs = [\"in\"]\ndata = [\"d.yaml\"]", ("d.yaml", "env: {HOME: x}"));
        project.Environment["HOME"] = "/root";

        Assert.Equal("/root", project.Text("{{ env.HOME }}"));
    }

    [Fact]
    public void Data_of_one_template_hide_those_of_all()
    {
        var project = Project.With(
            "inputs = [\"in\"]\ndata = [\"d.yaml\"]\nfile_data = { \"a.jinja\" = [\"own.toml\"] }",
            ("d.yaml", "x: all"),
            ("own.toml", "x = \"own\"\nf = 1"),
            ("in/a.jinja", "{{ x }}{{ f }}"),
            ("in/b.jinja", "{{ x }}{{ f }}")
        );

        Assert.Equal(["a=own1", "b=all"], project.Files());
    }

    [Fact]
    public void Extensions_are_off_until_they_are_named()
    {
        Assert.Contains("HO0301", Assert.Single(Project.Of(("in/a.jinja", "{% do [] %}")).Findings()));
        Assert.Equal(
            "1",
            Project
                .With("inputs = [\"in\"]\nextensions = [\"jinja2.ext.do\", \"jinja2.ext.loopcontrols\"]")
                .Text("{% for x in [1, 2] %}{% do [] %}{{ x }}{% break %}{% endfor %}")
        );
    }

    [Fact]
    public void Delimiters_that_contradict_each_other_are_an_error()
    {
        var finding = Assert.Single(
            Project.With("inputs = [\"in\"]\ndelimiter.block_start = \"{{\"", ("in/a.jinja", "")).Render().Diagnostics
        );

        Assert.Equal("HO0409", finding.Code);
        Assert.Equal("correct the delimiters in makejinja.toml", finding.Hint);
    }

    [Theory]
    [InlineData("jinja_suffix", "jinja", "nothing was rendered: no file of the inputs is one for jinja_suffix 'jinja'")]
    [InlineData(
        "include_patterns",
        "[a",
        "nothing was rendered: no file of the inputs is one for include_patterns '[a'"
    )]
    public void An_option_that_no_file_matches_is_warned_about(string option, string value, string message)
    {
        var project = Project.With("inputs = [\"in\"]\n", ("in/a.jinja", "x"));
        project.Overrides.Add(new OptionOverride(option, [value]));
        var finding = Assert.Single(project.Render().Diagnostics);

        Assert.Equal($"warning HO0445: {message}", finding.ToString());
        Assert.Equal(
            "correct the option; suffixes begin with a dot ('.j2'), patterns are globs as '**/*.yaml.j2'",
            finding.Hint
        );
    }

    [Fact]
    public void Files_and_folders_remember_where_they_come_from()
    {
        var tree = Project.Of(("in/s/a.jinja", "x"), ("in/s/b", "y")).Render();

        Assert.Equal(("in/s/a.jinja", false), (tree.Origins["s/a"].Source.Path, tree.Origins["s/a"].IsCopy));
        Assert.Equal(("in/s/b", true), (tree.Origins["s/b"].Source.Path, tree.Origins["s/b"].IsCopy));
        Assert.Equal(("s", "in/s"), (tree.Folders[0].Path, tree.Folders[0].Source.Path));
        Assert.Equal(["Render file 'in/s/a.jinja' -> 'out/s/a'", "Copy file 'in/s/b' -> 'out/s/b'"], tree.Log);
    }

    [Fact]
    public void Modes_are_copied_for_copies_and_on_demand_for_templates()
    {
        var run = MemoryFile.DefaultMode | UnixFileMode.UserExecute;
        var project = Project.Of();
        project.Tree.Add(new MemoryFile("in/a.jinja", "x"u8.ToArray()) { Mode = run });
        project.Tree.Add(new MemoryFile("in/b", "x"u8.ToArray()) { Mode = run });

        Assert.Equal([MemoryFile.DefaultMode, run], project.Render().Files.All.Select(static f => f.Mode));
        project.Overrides.Add(new OptionOverride("copy_metadata", ["true"]));
        Assert.Equal([run, run], project.Render().Files.All.Select(static f => f.Mode));
    }

    [Fact]
    public void Autoescape_is_off_until_it_is_asked_for()
    {
        Assert.Equal("<", Project.Of().Text("{{ '<' }}"));
        Assert.Equal(
            "&lt;",
            Project.With("inputs = [\"in\"]\n[makejinja.internal]\nautoescape = true").Text("{{ '<' }}")
        );
    }

    [Fact]
    public void A_link_that_leads_out_of_the_working_folder_is_an_error()
    {
        var folder = Directory.CreateTempSubdirectory("homeops-makejinja-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Join(folder, "in"));
            File.CreateSymbolicLink(Path.Join(folder, "in/a"), "/etc/hostname");
            var tree = MakejinjaProject.Render(
                new MakejinjaOptions { Inputs = ["in"], Output = "out" },
                new DiskTree(folder),
                new Dictionary<string, string>(),
                MakejinjaPlugin.None
            );

            Assert.Equal(
                "in/a:1:1: error HO0410: 'in/a' cannot be read: it is a link that leads nowhere or out of the working folder",
                Assert.Single(tree.Diagnostics).ToString()
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
