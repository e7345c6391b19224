namespace HomeOps.Makejinja.Tests;

public class OverlayTests
{
    private const string TwoInputs = "inputs = [\"over\", \"base\"]\n";

    [Fact]
    public void The_first_input_wins_file_by_file() =>
        Assert.Equal(
            ["a=over", "b=base", "sub/c=base"],
            Project
                .With(
                    TwoInputs,
                    ("over/a.jinja", "over"),
                    ("base/a.jinja", "base"),
                    ("base/b.jinja", "base"),
                    ("base/sub/c", "base")
                )
                .Files()
        );

    [Fact]
    public void A_copied_file_wins_over_the_template_beside_it() =>
        Assert.Equal(["a.txt=copied"], Project.Of(("in/a.txt", "copied"), ("in/a.txt.jinja", "rendered")).Files());

    [Fact]
    public void A_copied_file_of_an_overlay_hides_a_template() =>
        Assert.Equal(["a=copied"], Project.With(TwoInputs, ("over/a", "copied"), ("base/a.jinja", "rendered")).Files());

    [Fact]
    public void What_renders_to_nothing_is_not_written_but_still_hides_what_is_below()
    {
        var tree = Project.With(TwoInputs, ("over/s/a.jinja", " \n\t{# c #}"), ("base/s/a.jinja", "base")).Render();

        Assert.Empty(tree.Files.All);
        Assert.Equal(["s"], tree.Folders.Select(static f => f.Path));
        Assert.Contains("Skip empty file 'over/s/a.jinja'", tree.Log);
    }

    [Fact]
    public void Empty_files_are_written_on_demand() =>
        Assert.Equal(["a= "], Project.With("inputs = [\"in\"]\nkeep_empty = true", ("in/a.jinja", " ")).Files());

    [Fact]
    public void An_excluded_file_does_not_hide_what_is_below() =>
        Assert.Equal(
            ["a=base"],
            Project
                .With(
                    TwoInputs + "exclude_patterns = [\"over/a.*\"]",
                    ("over/a.jinja", "over"),
                    ("base/a.jinja", "base")
                )
                .Files()
                // The loader still finds the first file of that name, as makejinja's does.
                .Select(static f => f.Replace("over", "base"))
        );

    [Fact]
    public void An_excluded_file_can_be_included_by_name_from_any_overlay() =>
        Assert.Equal(
            ["a=<over>"],
            Project
                .With(
                    TwoInputs + "exclude_patterns = [\"*.partial.jinja\"]",
                    ("base/a.jinja", "{% include 'lib/p.partial.jinja' %}"),
                    ("over/lib/p.partial.jinja", "<over>"),
                    ("base/lib/p.partial.jinja", "<base>")
                )
                .Files()
        );

    [Theory]
    [InlineData("./p.jinja")]
    [InlineData("../in/p.jinja")]
    [InlineData("lib//p.jinja")]
    public void Names_of_templates_take_no_detours(string name)
    {
        var project = Project.Of(
            ("in/a.jinja", $"{{% include '{name}' %}}"),
            ("in/p.jinja", "p"),
            ("in/lib/p.jinja", "p")
        );

        Assert.Contains("HO0304", Assert.Single(project.Findings()));
    }

    [Fact]
    public void An_excluded_folder_is_left_out_with_all_that_is_in_it() =>
        Assert.Equal(
            ["kept/a=1"],
            Project
                .With(
                    "inputs = [\"in\"]\nexclude_patterns = [\"out\"]",
                    ("in/kept/a", "1"),
                    ("in/out/b", "2"),
                    ("in/deep/out/c", "3")
                )
                .Files()
        );

    [Fact]
    public void Folders_are_made_for_files_whose_folder_no_pattern_includes() =>
        Assert.Equal(
            ["a/b/c.yaml=1"],
            Project
                .With(
                    "inputs = [\"in\"]\ninclude_patterns = [\"**/*.yaml\"]",
                    ("in/a/b/c.yaml", "1"),
                    ("in/d.txt", "2")
                )
                .Files()
        );

    [Fact]
    public void A_file_and_a_folder_of_one_name_are_refused() =>
        Assert.Equal(
            ["a:1:1: error HO0411: 'a' would be a file and a folder at once"],
            Project.With(TwoInputs, ("over/a.jinja", "x"), ("base/a/b", "y")).Findings()
        );

    [Fact]
    public void The_suffix_can_be_another_and_can_be_kept() =>
        Assert.Equal(
            ["a.j2=2", "b.jinja={{ 1 }}"],
            Project
                .With(
                    "inputs = [\"in\"]\njinja_suffix = \".j2\"\nkeep_jinja_suffix = true",
                    ("in/a.j2", "{{ 1 + 1 }}"),
                    ("in/b.jinja", "{{ 1 }}")
                )
                .Files()
        );

    [Fact]
    public void Without_a_suffix_every_file_is_a_template() =>
        Assert.Equal(
            ["a.yaml=1", "b=2"],
            Project
                .With("inputs = [\"in\"]\njinja_suffix = \"\"", ("in/a.yaml", "{{ 1 }}"), ("in/b", "{{ 2 }}"))
                .Files()
        );

    [Fact]
    public void Names_of_files_are_not_templates() =>
        Assert.Equal(
            [".h=2", ".jinja=3", "{{ x }}=1"],
            Project.Of(("in/{{ x }}.jinja", "1"), ("in/.h.jinja", "2"), ("in/.jinja", "3")).Files()
        );

    [Fact]
    public void Line_ends_of_templates_become_line_feeds_and_copies_stay() =>
        Assert.Equal(["a=1\n2\n3\n", "b=1\r\n"], Project.Of(("in/a.jinja", "1\r\n2\r3\n"), ("in/b", "1\r\n")).Files());

    [Fact]
    public void A_byte_order_mark_stays() => Assert.Equal("\ufeffx", Project.Of().Text("\ufeffx"));

    [Fact]
    public void A_template_that_is_not_utf8_is_an_error()
    {
        var project = Project.Of();
        project.Tree.Add(new HomeOps.Files.MemoryFile("in/a.jinja", [0x80]));

        Assert.Equal(["in/a.jinja:1:1: error HO0282: 'in/a.jinja' is not UTF-8 text"], project.Findings());
    }

    [Fact]
    public void A_single_file_is_rendered_under_its_bare_name()
    {
        var tree = Project.With("inputs = [\"x/a.txt\"]", ("x/a.txt", "{{ 1 }}")).Render();

        Assert.Equal(["a.txt"], tree.Files.All.Select(static f => f.Path));
        Assert.Equal("1", tree.Files.All.First().Text);
        Assert.False(tree.IsSingleFile);
    }

    [Fact]
    public void A_single_file_goes_into_an_output_that_looks_like_a_file()
    {
        var project = Project.With("inputs = [\"x/a.txt.jinja\"]", ("x/a.txt.jinja", "{{ 1 }}"));
        project.Overrides.Add(new OptionOverride("output", ["b.txt"]));

        Assert.True(project.Render().IsSingleFile);
    }

    [Fact]
    public void Inputs_may_be_empty() => Assert.Empty(Project.With("inputs = []").Files());
}
