namespace HomeOps.Makejinja.Tests;

/// <summary>Functions and filters that homeops.toml declares in place of a Python plugin.</summary>
public sealed class DeclaredFunctionTests
{
    [Theory]
    [InlineData("functions.region = { value = 'eu' }", "{{ region() }}", "eu")]
    [InlineData("functions.ports = { value = [80, 443] }", "{{ ports()[1] + 1 }}", "444")]
    [InlineData("[functions.ids]\nvalue = { a = 1 }", "{{ ids().a }}", "1")]
    [InlineData("functions.token = { file = 'token.txt' }", "[{{ token() }}]", "[hush]")]
    [InlineData("functions.id = { file = 'tunnel.json', field = 'TunnelID' }", "{{ id() }}", "t-1")]
    [InlineData("functions.size = { file = 'tunnel.json', field = 'more.size' }", "{{ size() + 1 }}", "4")]
    [InlineData(
        "functions.fqdn = { arguments = ['host', 'zone'], expression = \"host ~ '.' ~ zone\" }",
        "{{ fqdn('a', zone='b') }}",
        "a.b"
    )]
    [InlineData("functions.known = { expression = 'domain|upper' }", "{{ known() }}", "HOME.ARPA")]
    [InlineData("filters.shout = { expression = \"value|upper ~ '!'\" }", "{{ 'a'|shout }}", "A!")]
    [InlineData("filters.cut = { arguments = ['text', 'n'], expression = 'text[:n]' }", "{{ 'abc'|cut(2) }}", "ab")]
    [InlineData(
        "filters.shout = { expression = \"value ~ '!'\" }\nfunctions.twice = { arguments = ['x'], expression = 'x|shout|shout' }",
        "{{ twice('a') }}",
        "a!!"
    )]
    public void A_declared_name_can_be_called(string declaration, string template, string text) =>
        Assert.Equal(text, Project(declaration).Text(template));

    [Fact]
    public void A_declared_name_hides_a_native_one()
    {
        var project = Tests.Project.With(
            "inputs = [\"in\"]\nplugins = [\"plugin:Plugin\"]\n",
            ("homeops.toml", "functions.age_key = { arguments = ['kind'], expression = 'kind ~ 1' }")
        );
        Assert.Equal("public1", project.Text("{{ age_key('public') }}"));
    }

    [Theory]
    [InlineData("function.a = { value = 1 }", "1:1: error HO0430: homeops.toml has no table 'function'")]
    [InlineData("functions.a = { value = 1, fild = 'x' }", "1:28: error HO0431: a declaration has no key 'fild'")]
    [InlineData(
        "functions.a = { arguments = [] }",
        "1:11: error HO0432: 'a' must say one of value, file (and field), or expression"
    )]
    [InlineData(
        "functions.a = { value = 1, file = 'x' }",
        "1:11: error HO0432: 'a' must say one of value, file (and field), or expression"
    )]
    [InlineData("functions.a = 1", "1:11: error HO0432: 'a' must say one of value, file (and field), or expression")]
    [InlineData(
        "functions.a = { value = 1, expression = 2 }",
        "1:41: error HO0433: 'expression' of 'a' must be a text that is not empty"
    )]
    [InlineData(
        "functions.a = { value = 1, arguments = ['x', 'x'] }",
        "1:40: error HO0434: the arguments of 'a' must be a list of at most six different names"
    )]
    [InlineData(
        "functions.a = { expression = '1 +' }",
        "1:11: error HO0435: the expression of 'a' is wrong: unexpected 'end of print statement'"
    )]
    [InlineData("functions.a = { expression = 'b(1)' }", "1:11: error HO0408: the function 'b' is not known")]
    [InlineData("functions.a = ", "1:15: error HO0280: ", true)]
    public void What_is_wrong_with_a_declaration_is_told(string declaration, string finding, bool isStart = false)
    {
        var project = Project(declaration);
        project.Tree.Add("in/a.jinja", "x");

        var found = Assert.Single(project.Findings());
        Assert.Equal("homeops.toml:" + finding, isStart ? found[..("homeops.toml:".Length + finding.Length)] : found);
    }

    [Theory]
    [InlineData("functions.a = { value = 1, args = [] }", "did you mean 'arguments'?")]
    [InlineData("functions.a = { value = 1, expr = 'x' }", "did you mean 'expression'?")]
    [InlineData("functions.a = { value = 1, vlaue = 1 }", "did you mean 'value'?")]
    public void A_name_that_is_declared_wrongly_is_not_unknown_as_well(string declaration, string hint)
    {
        var project = Project(declaration);
        project.Tree.Add("in/a.jinja", "{{ a() }}");

        var finding = Assert.Single(project.Render().Diagnostics);
        Assert.Equal(("HO0431", hint), (finding.Code, finding.Hint));
    }

    [Theory]
    [InlineData("functions.a = { file = 'no.txt' }", "HO0307: File not found: no.txt")]
    [InlineData("functions.a = { file = '../x' }", "HO0307: file: '../x' is outside of the working folder")]
    [InlineData("functions.a = { file = 'tunnel.json', field = 'more.x' }", "HO0307: a: 'tunnel.json' has no more.x")]
    [InlineData("functions.a = { file = 'token.txt', field = 'x' }", "HO0307: a: 'token.txt' is not a JSON object")]
    [InlineData("functions.a = { expression = '1 // 0' }", "HO0309: a: integer division or modulo by zero")]
    [InlineData(
        "functions.a = { arguments = ['x'], expression = 'x' }",
        "HO0306: a() missing 1 required positional argument: 'x'"
    )]
    [InlineData("functions.a = { expression = 'a()' }", "HO0310: a calls itself without end")]
    public void What_goes_wrong_in_a_call_is_told_at_the_call(string declaration, string finding)
    {
        var project = Project(declaration);
        project.Tree.Add("in/a.jinja", "{{ a() }}");

        Assert.Equal(["in/a.jinja:1:4: error " + finding], project.Findings());
    }

    [Fact]
    public void Every_unknown_name_is_listed_with_the_line_that_would_declare_it()
    {
        var project = Project("functions.region = { value = 'eu' }");
        project.Tree.Add("in/a.jinja", "{{ wanted() }}\n{{ 'x'|bent }}");
        var findings = project.Render().Diagnostics;

        Assert.Equal(
            [
                "in/a.jinja:1:4: error HO0408: the function 'wanted' is not known",
                "in/a.jinja:2:8: error HO0408: the filter 'bent' is not known",
            ],
            findings.Select(static f => f.ToString())
        );
        Assert.Equal(
            [
                "correct the name, or declare it in homeops.toml, as in functions.wanted = { file = \"wanted.txt\" }",
                "correct the name, or declare it in homeops.toml, as in filters.bent = { arguments = [\"value\"], expression = \"value|upper\" }",
            ],
            findings.Select(static f => f.Hint)
        );
    }

    private static Project Project(string declarations) =>
        Tests.Project.With(
            "inputs = [\"in\"]\ndata = [\"data.yaml\"]\n",
            ("homeops.toml", declarations),
            ("data.yaml", "domain: home.arpa"),
            ("token.txt", "\n hush\n"),
            ("tunnel.json", """{"TunnelID": "t-1", "more": {"size": 3}}""")
        );
}
