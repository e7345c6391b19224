using HomeOps.Helm.Templates;

namespace HomeOps.Helm.Tests.Templates;

/// <summary>Go templates: text/template and sprig for what each function gives.</summary>
public sealed class GoTemplateTests
{
    private static readonly TemplateFields Data = new(
        ("Name", "control0"),
        ("Empty", ""),
        ("On", true),
        ("Off", false),
        ("Port", 6443L),
        ("Tags", new List<object?> { "b", "a" }),
        ("Labels", new Dictionary<string, object?> { ["zone"] = "z1", ["app"] = "web" }),
        ("Inner", new TemplateFields(("Image", "ghcr.io/a/b:v1")))
    );

    [Theory]
    [InlineData("no braces", "no braces")]
    [InlineData("a {{ .Name }} b", "a control0 b")]
    [InlineData("{{.Inner.Image}}", "ghcr.io/a/b:v1")]
    [InlineData("{{ (.Inner).Image }}", "ghcr.io/a/b:v1")]
    [InlineData("{{ $.Name }}", "control0")]
    [InlineData("x \n {{- .Name -}} \n y", "xcontrol0y")]
    [InlineData("a{{/* not }} shown */}}b", "ab")]
    [InlineData("{{ \"{{\" }}", "{{")]
    [InlineData("{{ `a\"b` }}", "a\"b")]
    [InlineData("{{ .Port }} {{ .On }} {{ .Tags }} {{ .Labels }}", "6443 true [b a] map[app:web zone:z1]")]
    [InlineData("{{ if .On }}y{{ else }}n{{ end }}", "y")]
    [InlineData("{{ if .Empty }}y{{ else }}n{{ end }}", "n")]
    [InlineData("{{ if .Off }}1{{ else if .On }}2{{ else }}3{{ end }}", "2")]
    [InlineData("{{ if and .On .Name }}y{{ end }}{{ if or .Off .Empty }}n{{ end }}", "y")]
    [InlineData("{{ if not .Off }}y{{ end }}", "y")]
    [InlineData("{{ with .Inner }}{{ .Image }}{{ end }}", "ghcr.io/a/b:v1")]
    [InlineData("{{ with .Empty }}y{{ else }}none{{ end }}", "none")]
    [InlineData("{{ with $x := .Inner }}{{ $x.Image }}{{ $.Name }}{{ end }}", "ghcr.io/a/b:v1control0")]
    [InlineData("{{ range .Tags }}<{{ . }}>{{ end }}", "<b><a>")]
    [InlineData("{{ range $i, $t := .Tags }}{{ $i }}={{ $t }} {{ end }}", "0=b 1=a ")]
    [InlineData("{{ range $k, $v := .Labels }}{{ $k }}={{ $v }};{{ end }}", "app=web;zone=z1;")]
    [InlineData("{{ range .Empty | splitList \",\" | initial }}x{{ else }}none{{ end }}", "none")]
    [InlineData("{{ $n := .Name }}{{ if .On }}{{ $n = \"other\" }}{{ end }}{{ $n }}", "other")]
    [InlineData("{{ eq .Name \"control0\" }} {{ ne .Port 1 }} {{ lt 1 2 }} {{ ge .Port 6443 }}", "true true true true")]
    [InlineData("{{ eq .Name \"a\" \"control0\" }}", "true")]
    [InlineData("{{ .Labels.zone }} {{ index .Labels \"app\" }} {{ index .Tags 1 }}", "z1 web a")]
    [InlineData("{{ len .Tags }} {{ len .Name }}", "2 8")]
    [InlineData("{{ .Empty | default \"d\" | upper | quote }}", "\"D\"")]
    [InlineData("{{ ternary \"a\" \"b\" .On }} {{ coalesce .Empty .Name }}", "a control0")]
    [InlineData("{{ .Name | trimPrefix \"control\" | int | add 1 }}", "1")]
    [InlineData("{{ .Name | replace \"control\" \"cp-\" }}", "cp-0")]
    [InlineData("{{ (splitList \":\" .Inner.Image) | last }}", "v1")]
    [InlineData("{{ .Tags | sortAlpha | join \"-\" }}", "a-b")]
    [InlineData(
        "{{ hasPrefix \"con\" .Name }} {{ contains \"trol\" .Name }} {{ hasSuffix \"x\" .Name }}",
        "true true false"
    )]
    [InlineData("{{ printf \"%s-%03d %q\" .Name 7 \"x\" }}", "control0-007 \"x\"")]
    [InlineData("{{ trunc 3 .Name }} {{ trunc -1 .Name }} {{ substr 0 4 .Name }}", "con 0 cont")]
    [InlineData("{{ indent 2 \"a\\nb\" }}", "  a\n  b")]
    [InlineData("{{ \"a\" | b64enc }} {{ \"YQ==\" | b64dec }}", "YQ== a")]
    [InlineData("{{ sha256sum \"\" | trunc 8 }}", "e3b0c442")]
    [InlineData("{{ get (dict \"k\" \"v\") \"k\" }}{{ has \"a\" .Tags }}", "vtrue")]
    [InlineData("{{ sub 5 2 }} {{ mul 2 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 9 3 }}", "3 6 3 1 9")]
    public void A_template_is_rendered(string template, string expected)
    {
        Assert.Equal(expected, GoTemplate.Render(template, Data, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("{{ .Nam }}", ".Nam", "there is no field 'Nam'; did you mean 'Name'?")]
    [InlineData("a {{ .Name", ".Name", "it is not closed by '}}'")]
    [InlineData("{{ if .On }}", "if .On", "it has no 'end'")]
    [InlineData("{{ end }}", "end", "there is nothing it belongs to")]
    [InlineData("{{ template \"x\" }}", "template \"x\"", "'template' is not supported")]
    [InlineData("{{ env \"HOME\" }}", "env \"HOME\"", "there is no function 'env'")]
    [InlineData("{{ uper .Name }}", "uper .Name", "there is no function 'uper'; did you mean 'upper'?")]
    [InlineData("{{ upper }}", "upper", "'upper' does not take 0 arguments")]
    [InlineData("{{ .Name \"x\" }}", ".Name \"x\"", "only functions take arguments")]
    [InlineData("{{ $x }}", "$x", "there is no variable '$x'")]
    [InlineData("{{ .Name.First }}", ".Name.First", "a value without fields has no 'First'")]
    [InlineData("{{ .Inner }}", ".Inner", "a whole section cannot be printed; take one of its fields")]
    [InlineData("{{ lt .Name 1 }}", "lt .Name 1", "only two texts or two numbers can be compared")]
    [InlineData("{{ div 1 0 }}", "div 1 0", "it divides by zero or by minus one")]
    [InlineData("{{ index .Tags 5 }}", "index .Tags 5", "there is no item of that index")]
    [InlineData("{{ fail \"no\" }}", "fail \"no\"", "no")]
    [InlineData("{{ \"open }}", "\"open }}", "it is not closed by '}}'")]
    [InlineData("{{ (.Name }}", "(.Name", "a ')' is missing")]
    [InlineData("{{ range .Name }}{{ end }}", "range .Name", "'range' wants a list or a map")]
    [InlineData("{{ repeat 2000000 \"x\" }}", "repeat 2000000 \"x\"", "the result is longer than 1 MiB")]
    public void What_cannot_be_rendered_is_explained(string template, string expression, string reason)
    {
        Assert.Null(GoTemplate.Render(template, Data, out var problem));
        Assert.Equal((expression, reason), (problem?.Expression, problem?.Reason));
        Assert.Equal(template.IndexOf("{{", StringComparison.Ordinal), problem?.Offset);
    }

    [Fact]
    public void A_template_that_runs_without_end_is_stopped()
    {
        var nested = string.Concat(Enumerable.Repeat("{{ range 10000 }}", 4).Concat(Enumerable.Repeat("{{ end }}", 4)));
        Assert.Null(GoTemplate.Render(nested, Data, out var problem));
        Assert.Equal("it goes round more than a million times", problem?.Reason);
    }

    [Fact]
    public void A_template_that_multiplies_without_end_is_stopped()
    {
        var nested = string.Concat(Enumerable.Repeat("{{ range 10000 }}", 4)) + "x";
        nested += string.Concat(Enumerable.Repeat("{{ end }}", 4));
        Assert.Null(GoTemplate.Render(nested.Replace("x", "{{ . }}", StringComparison.Ordinal), Data, out var problem));
        Assert.Equal("the result is longer than 1 MiB", problem?.Reason);
    }
}
