using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Rendering;

/// <summary>Templates as home-ops trees write them: delimiters that leave YAML comments, Helm and shell text alone.</summary>
public sealed class HomeOpsTreeTests
{
    private static readonly JinjaSyntax Syntax = new()
    {
        BlockStart = "#%",
        BlockEnd = "%#",
        VariableStart = "#{",
        VariableEnd = "}#",
        CommentStart = "#|",
        CommentEnd = "#|",
        TrimBlocks = true,
        LstripBlocks = true,
        KeepTrailingNewline = true,
    };

    [Fact]
    public void A_manifest_renders_with_Helm_and_shell_text_untouched()
    {
        const string Template = """
            #| The comment ends at the second mark, |# does not end it #|
            # a YAML comment
            ---
            #% if spegel_enabled %#
            apiVersion: helm.toolkit.fluxcd.io/v2
            metadata:
              name: spegel
              annotations: {domain: "#{ domain }#", sum: '{{ .Values.sum }}'}
            spec:
              values:
                #% for node in nodes %#
                #% if node.controller %#
                - host: #{ node.name | lower }#  # ${SHELL_VAR}
                  index: #{ loop.index }#
                  last: #{ loop.last | string | lower }#
                #% endif %#
                #% endfor %#
                servers: #{ dns | join(',') }#
                first: #{ cidr.split('/')[0] }#
                mtu: #{ mtu | default(1500, true) }#
                labels: #{ {"a": {"b": 1}} }#
                block: |-
                  #% filter indent(width=6, first=False) %#
            one
            two
                  #%- endfilter %#

            #% endif %#
            end: true

            """;
        const string Expected = """
            # a YAML comment
            ---
            apiVersion: helm.toolkit.fluxcd.io/v2
            metadata:
              name: spegel
              annotations: {domain: "example.com", sum: '{{ .Values.sum }}'}
            spec:
              values:
                - host: k8s-0  # ${SHELL_VAR}
                  index: 1
                  last: false
                servers: 1.1.1.1,1.0.0.1
                first: 10.0.0.0
                mtu: 1500
                labels: {'a': {'b': 1}}
                block: |-
            one
                  two
            end: true

            """;
        Assert.Equal(Expected, Render(Template));
    }

    [Fact]
    public void A_file_whose_flag_is_off_renders_to_nothing() =>
        Assert.Equal("", Render("#% if not spegel_enabled %#\nkind: Secret\n#% endif %#\n"));

    [Fact]
    public void An_override_can_include_a_partial_by_its_name()
    {
        var loader = new DictionaryLoader(
            new Dictionary<string, string>
            {
                ["lib.partial.yaml.j2"] = "#% macro label(x) %#app: #{ x }##% endmacro %#",
            }
        );
        Assert.Equal("app: web", Render("#% from 'lib.partial.yaml.j2' import label %##{ label('web') }#", loader));
    }

    private static string Render(string template, ITemplateLoader? loader = null) => new JinjaEnvironment(
            new JinjaOptions
            {
                Syntax = Syntax,
                Loader = loader,
                Undefined = UndefinedMode.Chainable,
                Globals = new Dictionary<string, Value>
                {
                    ["spegel_enabled"] = true,
                    ["domain"] = "example.com",
                    ["cidr"] = "10.0.0.0/16",
                    ["dns"] = Given.List("1.1.1.1", "1.0.0.1"),
                    ["nodes"] = Given.List(
                        Given.Dict(("name", "K8S-0"), ("controller", true)),
                        Given.Dict(("name", "k8s-1"), ("controller", false))
                    ),
                },
            }
        ).FromString(template).Render();
}
