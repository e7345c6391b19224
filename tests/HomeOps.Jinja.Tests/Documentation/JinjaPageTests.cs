using System.Runtime.CompilerServices;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Tests.Documentation;

/// <summary>The examples of docs/jinja.md. What stands between the markers stands word for word on the page.</summary>
public sealed class JinjaPageTests
{
    [Fact]
    public void A_text_with_variables()
    {
        // example: render
        var environment = new JinjaEnvironment();
        var template = environment.FromString("Hello {{ name|title }}! {{ 10 // 4 }} {{ [1, none, 'x'] }}");
        var text = template.Render(new Dictionary<string, Value> { ["name"] = "ann lee" });
        // "Hello Ann Lee! 2 [1, None, 'x']"
        // end
        Assert.Equal("Hello Ann Lee! 2 [1, None, 'x']", text);
    }

    [Fact]
    public void Lists_and_mappings()
    {
        // example: values
        var node = new PyDict();
        node.Set("name", "k8s-0");
        node.Set("disks", new PyList([(Value)"/dev/sda", "/dev/sdb"]));
        var text = new JinjaEnvironment()
            .FromString("{{ node.name }}: {{ node.disks|join(', ') }}")
            .Render(new Dictionary<string, Value> { ["node"] = node });
        // "k8s-0: /dev/sda, /dev/sdb"
        // end
        Assert.Equal("k8s-0: /dev/sda, /dev/sdb", text);
    }

    [Fact]
    public void Templates_by_name()
    {
        // example: loader
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Loader = new DictionaryLoader(
                    new Dictionary<string, string>
                    {
                        ["base"] = "<{% block body %}{% endblock %}>",
                        ["page"] = "{% extends 'base' %}{% block body %}page{% endblock %}",
                    }
                ),
            }
        );
        var text = environment.GetTemplate("page").Render();
        // "<page>"
        // end
        Assert.Equal("<page>", text);
    }

    [Fact]
    public void Loaders_over_others()
    {
        // example: loaders
        var files = new Dictionary<string, string> { ["site/footer"] = "the footer" };
        var own = new DelegateLoader(name =>
            files.TryGetValue($"site/{name}", out var text) ? new SourceText($"site/{name}", text) : null
        );
        var shared = new DictionaryLoader(
            new Dictionary<string, string> { ["footer"] = "hidden", ["header"] = "the shared header" }
        );
        var environment = new JinjaEnvironment(new JinjaOptions { Loader = new ChoiceLoader([own, shared]) });
        var text = environment
            .FromString("{% include 'header' %}, {% include 'footer' %}{% include 'none' ignore missing %}")
            .Render();
        // "the shared header, the footer"
        // end
        Assert.Equal("the shared header, the footer", text);
    }

    [Fact]
    public void Filters_tests_and_functions()
    {
        // example: register
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Filters = new Dictionary<string, Filter>
                {
                    ["quote"] = static (_, value, arguments) => $"'{PyText.Str(value)}'",
                },
                Tests = new Dictionary<string, Test>
                {
                    ["long"] = static (_, value, arguments) => PyText.Str(value).Length > 3,
                },
                Globals = new Dictionary<string, Value>
                {
                    ["version"] = new PyFunction("version", static (_, arguments) => "1.2"),
                },
            }
        );
        var text = environment.FromString("{{ version()|quote }} {{ 'word' is long }}").Render();
        // "'1.2' True"
        // end
        Assert.Equal("'1.2' True", text);
    }

    [Fact]
    public void Filters_that_use_the_rendering()
    {
        // example: context
        var environment = new JinjaEnvironment(
            new JinjaOptions
            {
                Filters = new Dictionary<string, Filter>
                {
                    // Hides Jinja2's own; the context knows every other filter and test by name.
                    ["title"] = static (context, value, _) => context.CallFilter("upper", value, CallArguments.None),
                    ["port"] = static (_, value, _) =>
                        value.Kind == ValueKind.Int && value.AsInt64 is > 0 and < 65536
                            ? value
                            : throw new JinjaException(JinjaErrorKind.Value, $"{PyText.Repr(value)} is no port"),
                },
            }
        );
        var text = environment.FromString("{{ 'web'|title }} {{ 8080|port }}").Render();
        // "WEB 8080"; {{ 'web'|port }} throws at its place: ValueError: 'web' is no port
        // end
        Assert.Equal("WEB 8080", text);
        var error = Assert.Throws<JinjaException>(() => environment.FromString("\n{{ 'web'|port }}").Render());
        Assert.Equal(
            "ValueError: 'web' is no port (line 2)",
            $"{error.ClassName}: {error.Message} (line {error.Line})"
        );
    }

    [Fact]
    public void Named_arguments()
    {
        // example: signature
        var signature = new Signature("greet", ["name", "word"], ["Hello"]);
        var greet = new PyFunction(
            "greet",
            (_, arguments) =>
            {
                var bound = signature.Bind(arguments);
                return $"{PyText.Str(bound[1])} {PyText.Str(bound[0])}";
            }
        );
        var text = new JinjaEnvironment()
            .FromString("{{ greet('Ann') }}, {{ greet(word='Bye', name='Bob') }}")
            .Render(new Dictionary<string, Value> { ["greet"] = greet });
        // "Hello Ann, Bye Bob"
        // end
        Assert.Equal("Hello Ann, Bye Bob", text);
    }

    [Fact]
    public void Options()
    {
        // example: options
        var options = new JinjaOptions
        {
            Syntax = new JinjaSyntax
            {
                BlockStart = "#%",
                BlockEnd = "%#",
                VariableStart = "#{",
                VariableEnd = "}#",
                CommentStart = "#|",
                CommentEnd = "|#",
                TrimBlocks = true,
                LstripBlocks = true,
            },
            Undefined = UndefinedMode.Strict,
            Extensions = JinjaExtensions.Do | JinjaExtensions.LoopControls | JinjaExtensions.I18n,
        };
        var text = new JinjaEnvironment(options)
            .FromString("#% for i in [1, 2] %#\n#{ i }# {{ kept }}\n#% endfor %#")
            .Render();
        // "1 {{ kept }}\n2 {{ kept }}\n"
        // end
        Assert.Equal("1 {{ kept }}\n2 {{ kept }}\n", text);
    }

    [Fact]
    public void Undefined_modes()
    {
        // example: undefined
        string Shown(UndefinedMode mode, string template)
        {
            try
            {
                return new JinjaEnvironment(new JinjaOptions { Undefined = mode }).FromString(template).Render();
            }
            catch (JinjaException error)
            {
                return error.Message;
            }
        }

        var modes = new[] { UndefinedMode.Default, UndefinedMode.Chainable, UndefinedMode.Debug, UndefinedMode.Strict };
        var printed = modes.Select(mode => Shown(mode, "[{{ user }}]"));
        // "[]", "[]", "[{{ user }}]", "'user' is undefined"
        var lookedInto = modes.Select(mode => Shown(mode, "[{{ user.name.first }}]"));
        // "'user' is undefined", "[]", "'user' is undefined", "'user' is undefined"
        var asked = modes.Select(mode => Shown(mode, "{{ user is defined }} {{ user|default('nobody') }}"));
        // "False nobody" four times
        // end
        Assert.Equal(["[]", "[]", "[{{ user }}]", "'user' is undefined"], printed);
        Assert.Equal(["'user' is undefined", "[]", "'user' is undefined", "'user' is undefined"], lookedInto);
        Assert.Equal(["False nobody", "False nobody", "False nobody", "False nobody"], asked);
    }

    [Fact]
    public void Errors()
    {
        var shown = "";

        // example: errors
        try
        {
            new JinjaEnvironment().FromString("a\n{{ user.name }}", "page.html").Render();
        }
        catch (JinjaException error)
        {
            shown = $"{error.Location}: {error.ClassName}: {error.Message}";
            // "page.html:2:4: UndefinedError: 'user' is undefined"
        }
        // end

        Assert.Equal("page.html:2:4: UndefinedError: 'user' is undefined", shown);
    }

    [Fact]
    public void All_findings_at_once()
    {
        // example: findings
        var findings = new DiagnosticBag();
        var source = new SourceText("page.html", "{{ 1|uper }}\n{{ 2 is evn }}");
        var template = new JinjaEnvironment().Read(source, "page.html", findings);
        // page.html:1:6: error HO0302: No filter named 'uper'.
        // page.html:2:9: error HO0302: No test named 'evn'.
        // end
        Assert.NotNull(template);
        Assert.Equal(
            [
                "page.html:1:6: error HO0302: No filter named 'uper'.",
                "page.html:2:9: error HO0302: No test named 'evn'.",
            ],
            findings.Select(static f => f.ToString())
        );
    }

    [Fact]
    public void Expressions()
    {
        // example: expression
        var expression = new JinjaEnvironment().CompileExpression("nodes|length > 1");
        var value = expression.Evaluate(new Dictionary<string, Value> { ["nodes"] = new PyList([(Value)1, 2]) });
        // PyText.Str(value) is "True"
        // end
        Assert.Equal("True", PyText.Str(value));
    }

    [Fact]
    public void Limits_stop_a_template()
    {
        // example: limits
        var options = new JinjaOptions
        {
            Limits = new Limits
            {
                TextLength = 1000, // characters of a text and of the output; 64 Mi unless set
                Items = 100, // items of a list, passes of all loops; 4 Mi
                IntegerBits = 256, // 256 Ki
                Depth = 20, // calls of macros, includes and blocks in one another; 200
                Time = TimeSpan.FromSeconds(1), // a minute
            },
        };
        var stopped = new List<string>();
        foreach (
            var template in new[] { "{{ 'x' * 5000 }}", "{{ 2 ** 1000 }}", "{% for i in range(101) %}{% endfor %}" }
        )
        {
            try
            {
                new JinjaEnvironment(options).FromString(template).Render();
            }
            catch (JinjaException error) when (error.Kind == JinjaErrorKind.Limit)
            {
                stopped.Add(error.Message);
            }
        }
        // a text of 5000 characters is over the limit of 1000
        // an integer is over the limit of 256 bits
        // a range of 101 numbers is over the limit of 100
        // end
        Assert.Equal(
            [
                "a text of 5000 characters is over the limit of 1000",
                "an integer is over the limit of 256 bits",
                "a range of 101 numbers is over the limit of 100",
            ],
            stopped
        );
    }

    [Fact]
    public void The_page_holds_every_example_word_for_word()
    {
        var page = File.ReadAllText(Path.Join(Folder(), "../../../docs/jinja.md"));
        var examples = Examples(File.ReadAllLines(Path.Join(Folder(), "JinjaPageTests.cs")));

        Assert.Equal(13, examples.Count);
        Assert.Equal([], examples.Where(e => !page.Contains($"```csharp\n{e}```", StringComparison.Ordinal)));
    }

    private static List<string> Examples(string[] lines)
    {
        var examples = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith("// example: ", StringComparison.Ordinal))
            {
                continue;
            }

            var indent = lines[i].Length - lines[i].TrimStart().Length;
            var body = lines[(i + 1)..].TakeWhile(static l => l.Trim() != "// end");
            examples.Add(string.Concat(body.Select(l => (l.Length > indent ? l[indent..] : "") + "\n")));
        }

        return examples;
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? path;
}
