using HomeOps.Files;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja.Tests;

public class MakejinjaConfigTests
{
    [Fact]
    public void Without_a_file_the_defaults_of_makejinja_hold()
    {
        var config = MakejinjaConfig.Load(
            new MemoryTree(),
            new Dictionary<string, string>(),
            [new OptionOverride("output", ["out"])]
        );

        Assert.Empty(config.Diagnostics);
        Assert.Equal(["**/*"], config.Options.IncludePatterns);
        Assert.Equal(".jinja", config.Options.JinjaSuffix);
        Assert.Equal(
            new JinjaSyntax
            {
                TrimBlocks = true,
                LstripBlocks = true,
                KeepTrailingNewline = true,
            },
            config.Options.Syntax
        );
        Assert.Equal(UndefinedMode.Default, config.Options.Undefined);
        Assert.False(config.Options.HasPlugins);
    }

    [Fact]
    public void Every_option_of_the_file_is_read()
    {
        var project = Project.With(
            """
            inputs = ["in"]
            include_patterns = ["*.a"]
            exclude_patterns = ["*.b"]
            jinja_suffix = ".j2"
            keep_jinja_suffix = true
            keep_empty = true
            copy_metadata = true
            data = ["d.yaml"]
            plugins = ["p:P"]
            loaders = ["l:L"]
            import_paths = ["scripts"]
            extensions = ["jinja2.ext.do", "jinja2.ext.loopcontrols"]
            undefined = "strict"
            exec_pre = ["one"]
            exec_post = ["two"]
            clean = true
            force = true
            quiet = true
            data_vars = { a = 5, "b.c" = "x", d = { e = true } }
            file_data = { "a.j2" = ["d.yaml"] }
            delimiter.block_start = "<%"
            delimiter.block_end = "%>"
            delimiter.variable_start = "<<"
            delimiter.variable_end = ">>"
            delimiter.comment_start = "<#"
            delimiter.comment_end = "#>"
            prefix = { line_statement = "%%", line_comment = "##" }
            [makejinja.whitespace]
            trim_blocks = false
            lstrip_blocks = false
            keep_trailing_newline = false
            newline_sequence = "\r\n"
            [makejinja.internal]
            autoescape = true
            cache_size = 3
            optimized = false
            auto_reload = false
            enable_async = false
            """,
            ("in/a", ""),
            ("d.yaml", ""),
            ("scripts/plugin.py", "")
        );

        var config = project.Load();
        var options = config.Options;

        Assert.Empty(config.Diagnostics);
        Assert.Equal(
            "in out *.a *.b .j2 d.yaml p:P l:L scripts one two",
            string.Join(
                ' ',
                [
                    .. options.Inputs,
                    options.Output,
                    .. options.IncludePatterns,
                    .. options.ExcludePatterns,
                    options.JinjaSuffix,
                    .. options.Data,
                    .. options.Plugins,
                    .. options.Loaders,
                    .. options.ImportPaths,
                    .. options.ExecPre,
                    .. options.ExecPost,
                ]
            )
        );
        Assert.True(options is { KeepJinjaSuffix: true, KeepEmpty: true, CopyMetadata: true, Clean: true });
        Assert.True(options is { Force: true, Quiet: true, Autoescape: true, Undefined: UndefinedMode.Strict });
        Assert.Equal(JinjaExtensions.Do | JinjaExtensions.LoopControls, options.Extensions);
        Assert.Equal(
            [KeyValuePair.Create("a", "5"), KeyValuePair.Create("b.c", "x"), KeyValuePair.Create("d.e", "True")],
            options.DataVars
        );
        Assert.Equal(("a.j2", "d.yaml"), (options.FileData[0].Key, Assert.Single(options.FileData[0].Value)));
        Assert.Equal(
            new JinjaSyntax
            {
                BlockStart = "<%",
                BlockEnd = "%>",
                VariableStart = "<<",
                VariableEnd = ">>",
                CommentStart = "<#",
                CommentEnd = "#>",
                LineStatementPrefix = "%%",
                LineCommentPrefix = "##",
                NewlineSequence = "\r\n",
            },
            options.Syntax
        );
    }

    [Fact]
    public void The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        var project = Project.With(
            "inputs = [\"a\", \"b\"]\nundefined = \"strict\"\nquiet = true\n",
            ("c/x", ""),
            ("d/x", "")
        );
        project.Environment["MAKEJINJA_INPUTS"] = "c:d";
        project.Environment["MAKEJINJA_UNDEFINED"] = "debug";
        project.Environment["MAKEJINJA_WHITESPACE_TRIM_BLOCKS"] = "No";
        project.Overrides.Add(new OptionOverride("inputs", ["d"]));
        project.Overrides.Add(new OptionOverride("data_vars", ["x=1=2", "y="]));

        var config = project.Load();

        Assert.Empty(config.Diagnostics);
        Assert.Equal(["d"], config.Options.Inputs);
        Assert.Equal(UndefinedMode.Debug, config.Options.Undefined);
        Assert.False(config.Options.Syntax.TrimBlocks);
        Assert.True(config.Options.Quiet);
        Assert.Equal([KeyValuePair.Create("x", "1=2"), KeyValuePair.Create("y", "")], config.Options.DataVars);
    }

    [Fact]
    public void The_environment_can_name_other_files()
    {
        var project = Project.With("force = true");
        project.Tree.Add("one.toml", "[makejinja]\noutput = \"1\"\nclean = true");
        project.Tree.Add("two.toml", "[makejinja]\noutput = \"2\"\n[other]\nx = 1");
        project.Environment["MAKEJINJA_SETTINGS"] = "one.toml:two.toml";

        var options = project.Load().Options;

        Assert.Equal(("2", true, false), (options.Output, options.Clean, options.Force));
    }

    [Fact]
    public void An_unknown_option_is_named_with_its_place_and_the_nearest_name()
    {
        var finding = Assert.Single(Project.With("inptus = []").Load().Diagnostics);

        Assert.Equal("makejinja.toml:3:1: error HO0401: makejinja has no option 'inptus'", finding.ToString());
        Assert.Equal("did you mean 'inputs'?", finding.Hint);
    }

    [Fact]
    public void An_unknown_option_of_a_group_is_named_whole()
    {
        var finding = Assert.Single(Project.With("[makejinja.delimiter]\nblock_strat = \"x\"\n").Load().Diagnostics);

        Assert.Equal(
            "makejinja.toml:4:1: error HO0401: makejinja has no option 'delimiter.block_strat'",
            finding.ToString()
        );
        Assert.Equal("did you mean 'delimiter.block_start'?", finding.Hint);
    }

    [Fact]
    public void Everything_wrong_is_reported_at_once()
    {
        var project = Project.With(
            "xyzzy = 1\nforce = \"maybe\"\nundefined = \"lax\"\ninputs = [\"no\"]\ndata = [\"../up\"]"
        );
        project.Tree.Add("makejinja.toml", project.Tree.Get("makejinja.toml")!.Text.Replace("output = \"out\"\n", ""));

        Assert.Equal(
            [
                "makejinja.toml:2:1: error HO0401: makejinja has no option 'xyzzy'",
                "makejinja.toml:3:9: error HO0403: the option 'force' must be true or false",
                "makejinja.toml:4:13: error HO0403: the option 'undefined' must be one of default, chainable, debug, strict",
                "error HO0402: the option 'output' is missing",
                "makejinja.toml:5:11: error HO0404: inputs: 'no' does not exist",
                "makejinja.toml:6:9: error HO0405: data: '../up' is outside of the working folder",
            ],
            project.OptionFindings()
        );
    }

    [Theory]
    [InlineData("MAKEJINJA_FORCE", "", "true or false")]
    [InlineData("MAKEJINJA_INTERNAL_CACHE_SIZE", "many", "a whole number")]
    [InlineData("MAKEJINJA_DATA_VARS", "nothing", "NAME=VALUE (on the command line: -D NAME=VALUE)")]
    public void A_variable_of_another_kind_is_an_error(string name, string value, string wanted)
    {
        var project = Project.With("");
        project.Environment[name] = value;

        Assert.Equal([$"error HO0403: the option '{name}' must be {wanted}"], project.OptionFindings());
    }

    [Theory]
    [InlineData("inputs = \"in\"", "a list of texts")]
    [InlineData("inputs = [1]", "a list of texts")]
    [InlineData("jinja_suffix = 1", "a text")]
    [InlineData("data_vars = [1]", "a table of values")]
    [InlineData("file_data = {a = [1]}", "a table of lists of files")]
    [InlineData("extensions = [\"jinja2.ext.async\"]", "a list of jinja2.ext.do, .loopcontrols, .i18n, .debug")]
    [InlineData("whitespace.newline_sequence = \"x\"", @"one of \n, \r\n, \r")]
    public void A_value_of_another_kind_is_an_error(string line, string wanted)
    {
        var finding = Assert.Single(Project.With(line).OptionFindings());

        Assert.StartsWith("makejinja.toml:3:", finding);
        Assert.EndsWith($" must be {wanted}", finding);
    }

    [Fact]
    public void Broken_toml_is_reported_where_it_breaks()
    {
        var finding = Assert.Single(Project.With("inputs = [").Load().Diagnostics);

        Assert.StartsWith("makejinja.toml:3:11: error HO0280: the TOML is not valid: ", finding.ToString());
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_an_error()
    {
        var project = Project.With("");
        project.Tree.Add(new MemoryFile("makejinja.toml", [0xff, 0xfe]));
        project.Overrides.Add(new OptionOverride("output", ["out"]));

        Assert.Equal(
            ["makejinja.toml:1:1: error HO0282: 'makejinja.toml' is not UTF-8 text"],
            project.OptionFindings()
        );
    }

    [Fact]
    public void Absolute_paths_inside_the_working_folder_are_taken()
    {
        var folder = Directory.CreateTempSubdirectory("homeops-makejinja-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Join(folder, "in"));
            var config = MakejinjaConfig.Load(
                new DiskTree(folder),
                new Dictionary<string, string>(),
                [new OptionOverride("output", ["out"]), new OptionOverride("inputs", [folder + "/in", "/"])]
            );

            Assert.Equal(
                ["error HO0405: inputs: '/' is outside of the working folder"],
                config.Diagnostics.Select(static d => d.ToString())
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
