using System.Buffers;
using System.Text;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Tests.Rendering;

public sealed class EnvironmentTests
{
    [Fact]
    public void A_template_is_loaded_once_and_kept()
    {
        var loads = 0;
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Loader = new DelegateLoader(name =>
                {
                    loads++;
                    return new SourceText("templates/" + name, "{{ 1 + 1 }}");
                }),
            }
        );
        Assert.Same(environment.GetTemplate("a"), environment.GetTemplate("a"));
        Assert.Equal(1, loads);
        Assert.Equal("2", environment.GetTemplate("a").Render());
    }

    [Fact]
    public void An_overlay_wins_over_the_templates_below_it()
    {
        var overrides = new DictionaryLoader(new Dictionary<string, string> { ["part"] = "mine" });
        var config = new DictionaryLoader(
            new Dictionary<string, string> { ["part"] = "theirs", ["page"] = "{% include 'part' %}!" }
        );
        var environment = new JinjaEnvironment(new JinjaOptions { Loader = new ChoiceLoader([overrides, config]) });
        Assert.Equal("mine!", environment.GetTemplate("page").Render());
    }

    [Fact]
    public void Errors_in_a_loaded_template_name_the_path_of_its_file()
    {
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Loader = new DelegateLoader(static name => new SourceText("templates/" + name, "a\n{{ 1 / 0 }}")),
            }
        );
        var error = Assert.Throws<JinjaException>(() => environment.GetTemplate("x.j2").Render());
        Assert.Equal("templates/x.j2:2:4: error HO0309: division by zero", JinjaDiagnostics.Of(error).ToString());
    }

    [Fact]
    public void Filters_tests_and_globals_of_the_program_hide_those_of_Jinja2()
    {
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Filters = new Dictionary<string, Filter>
                {
                    ["upper"] = static (_, value, arguments) => $"<{value.AsText}{arguments.At(0).AsText}>",
                },
                Tests = new Dictionary<string, Test> { ["odd"] = static (_, _, _) => true },
                Globals = new Dictionary<string, Value>
                {
                    ["answer"] = 42,
                    ["double"] = new PyFunction("double", static (_, arguments) => arguments.At(0).AsInt64 * 2),
                },
            }
        );
        Assert.Equal(
            "<ab> True 42 8",
            environment.FromString("{{ 'a'|upper('b') }} {{ 2 is odd }} {{ answer }} {{ double(4) }}").Render()
        );
    }

    [Fact]
    public void Variables_hide_globals_but_imported_templates_see_the_globals()
    {
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Globals = new Dictionary<string, Value> { ["name"] = "global" },
                Loader = new DictionaryLoader(
                    new Dictionary<string, string> { ["lib"] = "{% macro m() %}{{ name }}{% endmacro %}" }
                ),
            }
        );
        var template = environment.FromString("{{ name }} {% import 'lib' as lib %}{{ lib.m() }}");
        Assert.Equal("mine global", template.Render(new Dictionary<string, Value> { ["name"] = "mine" }));
    }

    [Fact]
    public void All_unknown_filters_and_tests_are_reported_at_once()
    {
        var findings = new DiagnosticBag();
        var template = new JinjaEnvironment().Read(
            new SourceText("a.j2", "{{ x|uper }}\n{% if x is defned %}{{ x|basename }}{% endif %}\n{{ y is evn }}"),
            "a.j2",
            findings
        );
        Assert.NotNull(template);
        Assert.Equal(
            [
                "a.j2:1:6: error HO0302: No filter named 'uper'. (did you mean `upper`?)",
                "a.j2:3:9: error HO0302: No test named 'evn'. (did you mean `even`?)",
            ],
            findings.Ordered().Select(static d => $"{d} ({d.Hint})")
        );
        Assert.Throws<JinjaException>(() => template.Render());
    }

    [Fact]
    public void Loading_many_templates_collects_what_is_wrong_with_all_of_them()
    {
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Loader = new DictionaryLoader(
                    new Dictionary<string, string>
                    {
                        ["good"] = "{{ 1 }}",
                        ["broken"] = "{% if %}",
                        ["unknown"] = "{{ 1|bsename }}",
                    }
                ),
            }
        );
        var findings = new DiagnosticBag();
        var loaded = new[] { "good", "broken", "unknown", "absent" }
            .Select(name => environment.Load(name, findings))
            .ToList();
        Assert.Same(loaded[0], environment.GetTemplate("good"));
        Assert.Null(loaded[1]);
        Assert.NotNull(loaded[2]);
        Assert.Null(loaded[3]);
        Assert.Equal(
            [
                "error HO0304: there is no template 'absent'",
                "broken:1:7: error HO0301: Expected an expression, got 'end of statement block'",
                "unknown:1:6: error HO0302: No filter named 'bsename'.",
            ],
            findings.Ordered().Select(static d => d.ToString())
        );
    }

    [Fact]
    public void A_syntax_error_is_reported_and_gives_no_template()
    {
        var findings = new DiagnosticBag();
        Assert.Null(new JinjaEnvironment().Read(new SourceText("a.j2", "{{ x"), "a.j2", findings));
        Assert.Equal(
            "a.j2:1:4: error HO0301: unexpected end of template, expected 'end of print statement'.",
            Assert.Single(findings).ToString()
        );
    }

    [Fact]
    public void Calls_of_functions_that_nobody_defines_are_listed_with_their_places()
    {
        const string Source = """
            {% macro own() %}{{ foreign(1) }}{% endmacro %}
            {{ own() }} {{ known() }} {{ given() }} {{ range(3) }} {{ x.method() }}
            {% if false %}{{ talos_patches('x') | nobase }}{% endif %}
            {% for f in [] %}{{ f() }}{{ foreign() is strange }}{% endfor %}
            {% block b %}{{ own() }}{{ other() }}{% endblock %}
            """;
        var template = new JinjaEnvironment(
            new JinjaOptions { Globals = new Dictionary<string, Value> { ["known"] = 1 } }
        ).Read(new SourceText("a.j2", Source), "a.j2", new DiagnosticBag());
        Assert.NotNull(template);
        var calls = template.FindUndefinedCalls(new HashSet<string> { "given" });
        Assert.Equal(
            [
                "Function foreign 1:21",
                "Function talos_patches 3:18",
                "Filter nobase 3:39",
                "Function foreign 4:30",
                "Test strange 4:43",
                "Function other 5:28",
            ],
            calls.Select(static c => $"{c.Kind} {c.Name} {c.Location.Start}")
        );
    }

    [Fact]
    public void The_output_can_go_to_a_text_or_a_buffer()
    {
        var template = new JinjaEnvironment().FromString("{{ 1 }}-{{ 2 }}");
        var text = new StringBuilder("> ");
        template.Render(text);
        Assert.Equal("> 1-2", text.ToString());
        var buffer = new ArrayBufferWriter<char>();
        template.Render(buffer);
        Assert.Equal("1-2", buffer.WrittenSpan.ToString());
    }

    [Fact]
    public void A_failed_rendering_leaves_the_text_untouched()
    {
        var text = new StringBuilder("> ");
        Assert.Throws<JinjaException>(() => new JinjaEnvironment().FromString("abc{{ 1 / 0 }}").Render(text));
        Assert.Equal("> ", text.ToString());
    }

    [Fact]
    public void Templates_of_one_environment_render_in_parallel()
    {
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Loader = new DelegateLoader(static name => new SourceText(
                    name,
                    name == "lib"
                        ? "{% macro m(x) %}<{{ x }}>{% endmacro %}"
                        : "{% import 'lib' as lib %}{% for i in range(50) %}{{ lib.m(i ~ '" + name + "') }}{% endfor %}"
                )),
            }
        );
        var texts = new string[64];
        Parallel.For(0, texts.Length, i => texts[i] = environment.GetTemplate($"t{i % 8}").Render());
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(string.Concat(Enumerable.Range(0, 50).Select(n => $"<{n}t{i % 8}>")), texts[i]);
        }
    }

    [Theory]
    [InlineData("{% for i in range(100) %}{% for j in range(100) %}{% endfor %}{% endfor %}")]
    [InlineData("{% for i in range(900) %}0123456789{% endfor %}")]
    [InlineData("{{ 'x' * 6000 }}")]
    [InlineData("{% set l = [1] * 2000 %}")]
    public void Limits_stop_a_template_that_uses_too_much(string template)
    {
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Limits = new Limits { Items = 1000, TextLength = 5000 },
            }
        );
        var error = Assert.Throws<JinjaException>(() => environment.FromString(template).Render());
        Assert.Equal("HO0311", JinjaDiagnostics.Of(error).Code);
    }

    [Theory]
    [InlineData("", "%}", "{{", "}}", "{#", "#}")]
    [InlineData("{{", "%}", "{{", "}}", "{#", "#}")]
    public void Contradictory_delimiters_are_refused(string a, string b, string c, string d, string e, string f) =>
        Assert.Throws<InvalidOperationException>(() =>
            new JinjaEnvironment(
                new JinjaOptions
                {
                    Syntax = new JinjaSyntax
                    {
                        BlockStart = a,
                        BlockEnd = b,
                        VariableStart = c,
                        VariableEnd = d,
                        CommentStart = e,
                        CommentEnd = f,
                    },
                }
            )
        );

    [Fact]
    public void An_undefined_name_is_told_with_the_name_that_was_probably_meant()
    {
        var template = new JinjaEnvironment(new JinjaOptions { Undefined = UndefinedMode.Strict }).FromString(
            "{{ node_cdir }}"
        );
        var error = Assert.Throws<JinjaException>(() =>
            template.Render(new Dictionary<string, Value> { ["node_cidr"] = "10.0.0.0/16" })
        );
        Assert.Equal("did you mean `node_cidr`?", JinjaDiagnostics.Of(error).Hint);
    }
}
