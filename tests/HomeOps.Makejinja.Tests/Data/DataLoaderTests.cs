using HomeOps.Text;

namespace HomeOps.Makejinja.Tests;

public class DataLoaderTests
{
    [Fact]
    public void Files_and_documents_are_merged_at_the_top_only()
    {
        var project = WithData(
            "[\"a.yaml\", \"b.toml\", \"c.json\"]",
            ("a.yaml", "m: {x: 1}\nn: 1\n---\nn: 2\nl: [1]\n"),
            ("b.toml", "l = [2]\n"),
            ("c.json", """{"m": {"y": 3}}""")
        );

        Assert.Equal("{'y': 3} 2 [2]", project.Text("{{ m }} {{ n }} {{ l }}"));
    }

    [Fact]
    public void A_folder_gives_its_files_in_order_without_hidden_and_unknown_ones()
    {
        var project = WithData(
            "[\"d\"]",
            ("d/b.yaml", "x: b"),
            ("d/a/z.yml", "x: a\ny: a"),
            ("d/.hidden.yaml", "x: hidden"),
            ("d/.folder/c.yaml", "z: found"),
            ("d/readme.txt", "not data")
        );

        Assert.Equal("b a found", project.Text("{{ x }} {{ y }} {{ z }}"));
        Assert.Contains("Skip unsupported data 'd/readme.txt'", project.Render().Log);
        Assert.Contains("Load data 'd/b.yaml'", project.Render().Log);
    }

    [Fact]
    public void An_empty_file_is_no_data() =>
        Assert.Equal("x", WithData("[\"a.yaml\"]", ("a.yaml", "# nothing\n")).Text("x"));

    [Theory]
    [InlineData("a.yaml", "---\n")]
    [InlineData("a.yaml", "- 1\n")]
    [InlineData("a.json", "[]")]
    public void Data_that_are_no_mapping_are_an_error(string path, string text) =>
        Assert.Equal(
            [$"{path}:1:1: error HO0406: the data in '{path}' is not a mapping"],
            WithData($"[\"{path}\"]", (path, text)).Findings()
        );

    [Fact]
    public void Variables_are_text_and_reach_into_mappings()
    {
        var project = WithData("[\"a.yaml\"]", ("a.yaml", "m: {x: 1}\n"));
        project.Overrides.Add(new OptionOverride("data_vars", ["m.y=5", "new.deep=a", "top=1"]));

        Assert.Equal(
            "{'x': 1, 'y': '5'} {'deep': 'a'} '1'",
            project.Text("{{ m }} {{ new }} {{ [top]|first|tojson|replace('\"', \"'\") }}")
        );
    }

    [Fact]
    public void A_variable_cannot_reach_through_a_value()
    {
        var project = WithData("[\"a.yaml\"]", ("a.yaml", "m: 1\n"));
        project.Overrides.Add(new OptionOverride("data_vars", ["m.y=5"]));

        Assert.Equal(
            ["error HO0407: the variable 'm.y' cannot be set: 'm' is no mapping in the data"],
            project.Findings()
        );
    }

    [Theory]
    [InlineData("yes", "True")]
    [InlineData("010", "8")]
    [InlineData("12:34:56", "45296")]
    [InlineData("1e3", "1e3")]
    [InlineData("2024-01-02", "2024-01-02")]
    [InlineData("2024-01-02T03:04:05Z", "2024-01-02 03:04:05+00:00")]
    [InlineData("2024-01-02 03:04:05.25", "2024-01-02 03:04:05.250000")]
    [InlineData("2024-01-02T03:04:05-02:30", "2024-01-02 03:04:05-02:30")]
    [InlineData("~", "None")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("!!set {a, b}", "{'a', 'b'}")]
    [InlineData("!!binary aGk=", "b'hi'")]
    [InlineData("!!omap [a: 1, b: 2]", "[('a', 1), ('b', 2)]")]
    [InlineData("{<<: {a: 1, b: 2}, b: 3}", "{'a': 1, 'b': 3}")]
    [InlineData("{b: 3, <<: [{a: 1}, {a: 2, c: 4}]}", "{'a': 1, 'c': 4, 'b': 3}")]
    [InlineData("[&x {k: 1}, *x]", "[{'k': 1}, {'k': 1}]")]
    public void Yaml_means_what_pyyaml_makes_of_it(string yaml, string printed)
    {
        var project = WithData("[\"a.yaml\"]", ("a.yaml", $"x: {yaml}\n"));
        Assert.Equal(printed, project.Text("{{ x }}"));
    }

    [Fact]
    public void An_alias_is_the_same_object()
    {
        var project = WithData("[\"a.yaml\"]\nextensions = [\"jinja2.ext.do\"]", ("a.yaml", "x: &x []\ny: *x\n"));

        Assert.Equal("[1]", project.Text("{% do x.append(1) %}{{ y }}"));
    }

    [Fact]
    public void A_key_given_twice_is_a_warning_and_the_last_counts()
    {
        var project = WithData("[\"a.yaml\"]", ("a.yaml", "x: 1\ny: 2\nx: 3\n"), ("in/a.jinja", "{{ x }}"));
        var tree = project.Render();

        Assert.Equal(
            "a.yaml:3:1: warning HO0283: the key 'x' stands here twice; the last one counts",
            Assert.Single(tree.Diagnostics).ToString()
        );
        Assert.Equal("3", Assert.Single(tree.Files.All).Text);
    }

    [Theory]
    [InlineData("x: {[a]: 1}", "a.yaml:1:5: error HO0284: a list or a mapping cannot be a key")]
    [InlineData("x: !mine 1", "a.yaml:1:10: error HO0285: this tag is not known")]
    [InlineData("x: !mine [1]", "a.yaml:1:10: error HO0286: the tag '!mine' has no meaning in data")]
    [InlineData(
        "x: {<<: 1}",
        "a.yaml:1:9: error HO0287: '<<' merges a mapping or a list of mappings, and this is neither"
    )]
    [InlineData("x: !!int abc", "a.yaml:1:10: error HO0285: ")]
    [InlineData("x: =", "a.yaml:1:4: error HO0285: ")]
    public void What_pyyaml_refuses_is_refused(string yaml, string beginning)
    {
        var project = WithData("[\"a.yaml\"]", ("a.yaml", yaml));

        Assert.StartsWith(beginning, Assert.Single(project.Findings()));
    }

    [Theory]
    [InlineData("d = 2024-01-02", "2024-01-02 datetime.date(2024, 1, 2)")]
    [InlineData("d = 03:04:05.5", "03:04:05.500000 datetime.time(3, 4, 5, 500000)")]
    [InlineData("d = 2024-01-02T03:04:05", "2024-01-02 03:04:05 datetime.datetime(2024, 1, 2, 3, 4, 5)")]
    [InlineData(
        "d = 2024-01-02 03:04:05Z",
        "2024-01-02 03:04:05+00:00 datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)"
    )]
    [InlineData("d = 1.0", "1.0 1.0")]
    [InlineData("d = 0x1F", "31 31")]
    [InlineData("d = inf", "inf inf")]
    [InlineData("d = [{a.b = 1}, {c = true}]", "[{'a': {'b': 1}}, {'c': True}] [{'a': {'b': 1}}, {'c': True}]")]
    [InlineData("[[d]]\nx = 1\n[[d]]\n[d.y]\nz = '2'", "[{'x': 1}, {'y': {'z': '2'}}] [{'x': 1}, {'y': {'z': '2'}}]")]
    public void Toml_means_what_tomllib_makes_of_it(string toml, string printed) =>
        Assert.Equal(printed, WithData("[\"a.toml\"]", ("a.toml", toml)).Text("{{ d }} {{ '%r' % (d,) }}"));

    [Fact]
    public void Dates_have_the_attributes_of_python() =>
        Assert.Equal(
            "2024 1 2 2024-01-02T03:04:05 True",
            WithData("[\"a.toml\"]", ("a.toml", "d = 2024-01-02T03:04:05\ne = 2024-01-03T00:00:00"))
                .Text("{{ d.year }} {{ d.month }} {{ d.day }} {{ d.isoformat() }} {{ d < e and d != e and d == d }}")
        );

    [Theory]
    [InlineData("""{"x": NaN}""", "nan")]
    [InlineData("""{"x": -Infinity}""", "-inf")]
    [InlineData("""{"x": 123456789012345678901234567890}""", "123456789012345678901234567890")]
    [InlineData("""{"x": -1.5e3}""", "-1500.0")]
    [InlineData("""{"x": 1, "x": 2}""", "2")]
    [InlineData("""{"x": "\u00e9\n\"\/"}""", "é\n\"/")]
    [InlineData("""{"x": [true, false, null, {}, []]}""", "[True, False, None, {}, []]")]
    public void Json_means_what_python_makes_of_it(string json, string printed) =>
        Assert.Equal(printed, WithData("[\"a.json\"]", ("a.json", json)).Text("{{ x }}"));

    [Theory]
    [InlineData("a.yaml", "token: \"hunter2\ntoken: \"hunter2\n")]
    [InlineData("a.yaml", "token: *hunter2\n")]
    [InlineData("a.yaml", "token: !hunter2 x\n")]
    [InlineData("a.yaml", "token: !hunter2!x y\n")]
    [InlineData("a.yaml", "token: hunter2\ntoken: hunter2\n")]
    [InlineData("a.toml", "token = hunter2\n")]
    [InlineData("a.toml", "token = \"hunter2\"\ntoken = \"x\"\n")]
    [InlineData("a.json", "{\"token\": hunter2}")]
    public void A_finding_shows_nothing_of_the_data(string path, string text)
    {
        var printed = new StringWriter();
        foreach (var finding in WithData($"[\"{path}\"]", (path, text)).Render().Diagnostics)
        {
            DiagnosticPrinter.Print(printed, finding);
        }

        Assert.Contains("(not shown)", printed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", printed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"x\": }", 7, "a value is missing")]
    [InlineData("{\"x\": 1,}", 9, "a comma stands before the end of the object")]
    [InlineData("{\"x\": [1,]}", 10, "a comma stands before the end of the array")]
    [InlineData("{x: 1}", 2, "a key in double quotes is missing")]
    [InlineData("{\"x\" 1}", 6, "':' is missing")]
    [InlineData("{\"x\": \"a", 9, "the end of a text is missing")]
    [InlineData("{\"x\": \"\\q\"}", 9, "an escape is unknown")]
    [InlineData("{\"x\": \"\t\"}", 8, "a control character stands in a text")]
    [InlineData("{} 1", 4, "there is more behind the value")]
    [InlineData("{\"x\": -}", 8, "a digit is missing")]
    public void Broken_json_is_reported_where_it_breaks(string json, int column, string message) =>
        Assert.Equal(
            [$"a.json:1:{column}: error HO0281: the JSON is not valid: {message}"],
            WithData("[\"a.json\"]", ("a.json", json)).Findings()
        );

    [Fact]
    public void Deep_json_is_refused_and_not_fatal() =>
        Assert.Contains(
            "nested deeper",
            Assert.Single(WithData("[\"a.json\"]", ("a.json", new string('[', 100_000))).Findings())
        );

    private static Project WithData(string data, params (string Path, string Text)[] files)
    {
        var project = Project.With($"inputs = [\"in\"]\ndata = {data}\n", files);
        if (project.Tree.Find("in") is null)
        {
            project.Tree.Add("in/a.jinja", "");
        }

        return project;
    }
}
