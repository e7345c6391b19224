using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Rendering;

/// <summary>The variables and templates that the cases of this folder refer to.</summary>
internal static class Given
{
    public static Dictionary<string, string> Files { get; } =
        new(StringComparer.Ordinal)
        {
            ["base"] = "<{% block a %}A{% endblock %}|{% block b %}B{% endblock %}>",
            ["mid"] = "{% extends 'base' %}{% block a %}M{{ super() }}{% endblock %}",
            ["lib"] =
                "{% macro hi(n, p='!') %}hi {{ n }}{{ p }}{% endmacro %}{% set version = 3 %}{% set _secret = 4 %}text",
            ["inc"] = "[{{ name }}{{ x }}]",
            ["loopinc"] = "({{ loop.index }})",
            ["setter"] = "{% set name = 'changed' %}{{ name }}",
            ["frame"] = "{% for i in items %}{% block row scoped %}{{ i }}{% endblock %},{% endfor %}",
            ["need"] = "{% block must required %}{% endblock %}",
            ["bad"] = "{% if %}",
        };

    public static Dictionary<string, Value> Variables() =>
        new(StringComparer.Ordinal)
        {
            ["items"] = List(1, 2, 3),
            ["name"] = "World",
            ["user"] = Dict(("name", "Ann"), ("tags", List("a", "b"))),
            ["nothing"] = Value.None,
            ["flag"] = true,
            ["tree"] = List(
                Dict(("n", "a"), ("c", List(Dict(("n", "b"), ("c", List()))))),
                Dict(("n", "d"), ("c", List()))
            ),
        };

    public static JinjaEnvironment Environment(JinjaSyntax? syntax = null) =>
        new(
            new JinjaOptions
            {
                Syntax = syntax ?? JinjaSyntax.Default,
                Extensions = JinjaExtensions.Do | JinjaExtensions.LoopControls,
                Loader = new DictionaryLoader(Files),
            }
        );

    public static string Render(string template, JinjaSyntax? syntax = null) =>
        Environment(syntax).FromString(template).Render(Variables());

    public static Value List(params Value[] items) => new PyList([.. items]);

    public static Value Dict(params (string Key, Value Value)[] items)
    {
        var dict = new PyDict();
        foreach (var (key, value) in items)
        {
            dict.Set(key, value);
        }

        return dict;
    }
}
