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
    [InlineData(
        "{{ define \"x\" }}<{{ . }}>{{ end }}{{ template \"x\" .Name }}{{ template \"x\" 1 }}",
        "<control0><1>"
    )]
    [InlineData("{{ block \"x\" .Name }}<{{ . }}>{{ end }}", "<control0>")]
    [InlineData(
        "{{ range until 5 }}{{ if eq . 1 }}{{ continue }}{{ end }}{{ if eq . 3 }}{{ break }}{{ end }}{{ . }}{{ end }}",
        "02"
    )]
    [InlineData("{{ range $i := untilStep 4 0 -2 }}{{ $i }}{{ end }} {{ seq 3 }} {{ seq 2 2 6 }}", "42 1 2 3 2 4 6")]
    [InlineData("{{ 'a' }} {{ 0x1F }} {{ \"\\u00e9\\x41\" }}", "97 31 éA")]
    [InlineData(
        "{{ 1.5 }} {{ 1e6 }} {{ float64 \"2.50\" }} {{ round 2.345 2 }} {{ ceil 1.2 }}",
        "1.5 1e+06 2.5 2.35 2"
    )]
    [InlineData("{{ dict \"b\" 1 \"a\" (list 1.5 true) | toJson }}", "{\"a\":[1.5,true],\"b\":1}")]
    [InlineData(
        "{{ (fromJson `{\"a\":{\"b\":[1,2]}}`).a.b }} {{ toRawJson \"<\" }} {{ toJson \"<\" }}",
        "[1 2] \"<\" \"\\u003c\""
    )]
    [InlineData("{{ dict \"a\" (list \"x\" \"yes\") \"b\" 1000000.0 | toYaml }}", "a:\n- x\n- \"yes\"\nb: 1000000\n")]
    [InlineData(
        "{{ pick .Labels \"app\" }} {{ omit .Labels \"app\" }} {{ values .Labels }}",
        "map[app:web] map[zone:z1] [web z1]"
    )]
    [InlineData(
        "{{ dig \"a\" \"b\" \"none\" (dict \"a\" (dict \"b\" 3)) }} {{ dig \"x\" \"none\" .Labels }}",
        "3 none"
    )]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"k\" 1 }}{{ $d }}{{ unset $d \"k\" }}", "map[k:1]map[]")]
    [InlineData(
        "{{ uniq (list 1 1 (list 2) (list 2)) }} {{ without (list 1 2 3) 2 }} {{ compact (list 0 1 \"\") }}",
        "[1 [2]] [1 3] [1]"
    )]
    [InlineData(
        "{{ chunk 2 (list 1 2 3) }} {{ concat (list 1) (list 2) }} {{ append (list 1) 2 }} {{ slice (list 1 2 3) 1 }}",
        "[[1 2] [3]] [1 2] [1 2] [2 3]"
    )]
    [InlineData(
        "{{ regexMatch \"^c.*[0-9]$\" .Name }} {{ regexReplaceAll \"([a-z]+)([0-9])\" .Name \"${2}-$1\" }} {{ regexFind \"[0-9]\" .Name }}",
        "true 0-control 0"
    )]
    [InlineData(
        "{{ regexFindAll \"[a-z]\" \"a1b2\" -1 }} {{ regexSplit \",\" \"a,b\" -1 }} {{ regexQuoteMeta \"a.b\" }}",
        "[a b] [a b] a\\.b"
    )]
    [InlineData(
        "{{ kindOf 1 }} {{ typeOf (list) }} {{ kindIs \"map\" .Labels }} {{ deepEqual (list 1) (list 1) }}",
        "int64 []interface {} true true"
    )]
    [InlineData(
        "{{ base \"a/b.txt\" }} {{ dir \"a/b.txt\" }} {{ ext \"a/b.txt\" }} {{ clean \"a/./../b\" }}",
        "b.txt a .txt b"
    )]
    [InlineData(
        "{{ adler32sum \"podinfo\" }} {{ \"a\" | b32enc }} {{ \"ME======\" | b32dec }}",
        "198050544 ME====== a"
    )]
    [InlineData(
        "{{ title \"a b\" }} {{ plural \"one\" \"many\" 2 }} {{ (split \"-\" \"a-b\")._1 }} {{ html \"<\" }}",
        "A B many b &lt;"
    )]
    [InlineData("{{ quote nil \"x\" }} {{ cat \"a\" nil \"b\" }}", "\"x\" a b")]
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
    [InlineData("{{ template \"x\" }}", "template \"x\"", "there is no template 'x'")]
    [InlineData("{{ break }}", "break", "'break' stands outside of 'range'")]
    [InlineData("{{ define \"x\" }}", "define \"x\"", "it has no 'end'")]
    [InlineData("{{ toDate \"\" \"\" }}", "toDate \"\" \"\"", "'toDate' is not supported")]
    [InlineData("{{ regexMatch \"(\" \"\" }}", "regexMatch \"(\" \"\"", "'(' is no regular expression")]
    [InlineData(
        "{{ regexMatch \"(a{90}){90}\" \"\" }}",
        "regexMatch \"(a{90}){90}\" \"\"",
        "the regular expression is too long"
    )]
    [InlineData("{{ fromJson \"{\" }}", "fromJson \"{\"", "the text is no JSON")]
    [InlineData("{{ until 1000000 }}", "until 1000000", "a list has more than 100000 items")]
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

    [Theory]
    [InlineData("{{ $x := \"ab\" }}{{ range 100 }}{{ $x = print $x $x }}{{ end }}", "the result is longer than 1 MiB")]
    [InlineData(
        "{{ $x := list 1 2 }}{{ range 100 }}{{ $x = concat $x $x }}{{ end }}",
        "a list has more than 100000 items"
    )]
    [InlineData(
        "{{ $x := list 1 }}{{ range 90 }}{{ $x = list $x $x }}{{ end }}{{ $x }}",
        "the result is longer than 1 MiB"
    )]
    [InlineData(
        "{{ $x := list 1 }}{{ range 90 }}{{ $x = list $x $x }}{{ end }}{{ toYaml $x }}",
        "the result is longer than 1 MiB"
    )]
    [InlineData(
        "{{ $x := list 1 }}{{ range 9000 }}{{ $x = list $x }}{{ end }}{{ toJson $x }}",
        "the value is nested too deeply"
    )]
    [InlineData(
        "{{ $x := dict }}{{ $y := dict }}{{ $_ := set $x \"a\" $x }}{{ $_ = set $y \"a\" $y }}{{ deepEqual $x $y }}",
        "the value is nested too deeply"
    )]
    [InlineData(
        "{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}",
        "templates are nested too deeply"
    )]
    [InlineData(
        "{{ $t := repeat 1000000 \"x\" }}{{ range 10000 }}{{ $_ := contains \"y\" $t }}{{ end }}",
        "it goes round more than a million times"
    )]
    public void What_grows_without_end_is_stopped(string template, string reason)
    {
        Assert.Null(GoTemplate.Render(template, Data, out var problem));
        Assert.Equal(reason, problem?.Reason);
    }

    [Fact]
    public void What_is_nested_too_deeply_to_be_parsed_is_a_finding()
    {
        Assert.Equal("blocks are nested too deeply", Problem(string.Concat(Enumerable.Repeat("{{ if 1 }}", 100_000))));
        Assert.Equal("it is nested too deeply", Problem("{{ " + new string('(', 100_000) + "}}"));
        Assert.Equal("it is too long", Problem("{{ . " + string.Concat(Enumerable.Repeat("| print ", 100_000)) + "}}"));
        Assert.Equal("it is too long", Problem("{{ " + string.Concat(Enumerable.Repeat(".a", 100_000)) + "}}"));

        static string? Problem(string template) =>
            GoTemplate.Render(template, Data, out var problem) is null ? problem?.Reason : null;
    }

    [Fact]
    public void Other_braces_and_strict_keys_are_what_ResourceSets_have()
    {
        var options = new TemplateOptions
        {
            Open = "<<",
            Close = ">>",
            IsStrict = true,
            Withheld = ["nospace"],
        };
        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["inputs"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["tenant"] = "team1" },
        };

        Assert.Equal("a {{ b }} team1", Rendered("a {{ b }} << inputs.tenant >>"));
        Assert.Equal("there is no field 'tennant'; did you mean 'tenant'?", Rendered("<< inputs.tennant >>"));
        Assert.Equal("there is no function 'nospace'", Rendered("<< nospace \"x\" >>"));

        string? Rendered(string text) =>
            GoTemplate.Parse(text, options, out var problem)?.Render(null, inputs, out problem) ?? problem?.Reason;
    }
}
