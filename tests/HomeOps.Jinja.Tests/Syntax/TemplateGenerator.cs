using CsCheck;

namespace HomeOps.Jinja.Tests.Syntax;

/// <summary>Random templates that the parser accepts, made from the grammar: every statement, operator and way to write a literal.</summary>
internal static class TemplateGenerator
{
    private static readonly Gen<string> Name = OneOf("x", "y", "loop", "self", "caller", "kwargs", "item_1", "é");

    private static readonly Gen<string> Text = Gen.OneOf(
        OneOf(
            "text",
            "\n",
            "  ",
            "{",
            "}",
            "}}",
            "%}",
            "#",
            "{ {",
            "100 %",
            "%(x)s",
            "-",
            "{# comment #}",
            "{#- x -#}\n"
        ),
        OneOf("{% raw %}{{ x }}{% endraw %}", "{% raw %}{%{% endraw %}", "{%- raw -%} {# {% endraw %}", "{{ '{{' }}")
    );

    private static readonly Gen<string> Atom = Gen.OneOf(
        Name,
        OneOf("1", "0", "0x1F", "1_000", "1.5", "2e3", "1e999", "12345678901234567890123", "true", "False", "none"),
        OneOf("'a'", "\"b\"", @"'\n\t\\\''", @"'\x00\u00e9'", "'a' 'b'", "'{{'", "'%}'", "''", "\"it's\"")
    );

    private static readonly Gen<string> Filter = OneOf("upper", "default('x')", "join(', ', attribute=1)", "a.b");

    private static readonly Gen<string> Test = OneOf("defined", "not none", "divisibleby 3", "in [1]", "eq('a')");

    private static readonly Gen<string> Operator = OneOf(
        " + ",
        "-",
        " * ",
        "/",
        " // ",
        " % ",
        " ** ",
        " ~ ",
        " and ",
        " or ",
        " == ",
        " != ",
        " < ",
        " >= ",
        " in ",
        " not in "
    );

    /// <summary>An expression, nested as deep as told.</summary>
    public static Gen<string> Expression(int depth) =>
        depth == 0
            ? Atom
            : Gen.OneOf(
                Atom,
                Two(depth, Operator, static (a, op, b) => a + op + b),
                Two(depth, Operator, static (a, op, b) => $"({a}{op}{b})"),
                Two(depth, Name, static (a, name, b) => $"{name}({a}, {name}={b})"),
                Two(depth, Name, static (a, name, b) => $"{name}(*{a}, **{b})"),
                Two(depth, Name, static (a, name, b) => $"({a}).{name}[{b}]"),
                Two(depth, Name, static (a, name, b) => $"{name}[{a}:{b}]"),
                Two(depth, Name, static (a, name, b) => $"{name}[::{a}] ~ {name}[{b}, 1]"),
                Two(depth, Name, static (a, name, b) => $"[{a}, {b}, {name}]"),
                Two(depth, Name, static (a, name, b) => $"({a}, {b}, {name})"),
                Two(depth, Name, static (a, name, b) => $"{{{a}: {b}, '{name}': ()}}"),
                Two(depth, Name, static (a, name, b) => $"({a} if {name} else {b})"),
                Two(depth, Name, static (a, name, b) => $"({a} if {b})"),
                Two(depth, Name, static (a, name, b) => $"({a}).0[{b}]"),
                One(depth, Filter, static (a, filter) => $"({a})|{filter}"),
                One(depth, Filter, static (a, filter) => $"-{a}|{filter}"),
                One(depth, Test, static (a, test) => $"({a}) is {test}"),
                One(depth, Test, static (a, test) => $"not (({a}) is {test})"),
                One(depth, Name, static (a, name) => $"+-({a})"),
                One(depth, Name, static (a, name) => $"({a},)")
            );

    /// <summary>A template, nested as deep as told.</summary>
    public static Gen<string> Template(int depth) =>
        Statement(depth).Array[0, 4].Select(static parts => string.Concat(parts));

    private static Gen<string> Statement(int depth)
    {
        var value = Expression(2);
        var print = value.Select(static v => $"{{{{ {v} }}}}");
        if (depth == 0)
        {
            return Gen.OneOf(Text, print);
        }

        var body = Template(depth - 1);
        return Gen.OneOf(
            Text,
            print,
            value.Select(static v => $"{{{{- {v} -}}}}"),
            Gen.Select(value, body, body, static (v, a, b) => $"{{% if {v} %}}{a}{{%- else %}}{b}{{% endif -%}}"),
            Gen.Select(value, body, body, static (v, a, b) => $"{{% if {v} %}}{a}{{% elif {v} %}}{b}{{% endif %}}"),
            Gen.Select(
                Name,
                value,
                body,
                static (n, v, a) => $"{{% for {n}, y in ({v}) if ({v}) recursive %}}{a}{{% endfor %}}"
            ),
            Gen.Select(
                Name,
                value,
                body,
                static (n, v, a) => $"{{% for {n} in {v}, 1 %}}{{% break %}}{a}{{% else %}}{a}{{% endfor %}}"
            ),
            Gen.Select(Name, value, static (n, v) => $"{{% set {n} = {v} %}}{{% set ({n}, y) = {v}, 2 %}}"),
            Gen.Select(Name, value, static (n, v) => $"{{% set ns.{n}, y = {v} %}}{{% do {v} %}}{{% debug %}}"),
            Gen.Select(
                Name,
                Filter,
                body,
                static (n, f, a) => $"{{% set {n}|{f}|trim %}}{a}{{% endset %}}{{% set {n} %}}{a}{{% endset %}}"
            ),
            Gen.Select(Filter, body, static (f, a) => $"{{% filter {f}|lower %}}{a}{{% endfilter %}}"),
            Gen.Select(Name, value, body, static (n, v, a) => $"{{% macro {n}(a, b={v}) -%}}{a}{{% endmacro %}}"),
            Gen.Select(
                Name,
                value,
                body,
                static (n, v, a) => $"{{% call(a, b=1) {n}({v}) %}}{a}{{% endcall %}}{{% call {n}() %}}{{% endcall %}}"
            ),
            Gen.Select(Name, value, body, static (n, v, a) => $"{{% with {n}={v}, (y, z)=1 %}}{a}{{% endwith %}}"),
            Gen.Select(value, body, static (v, a) => $"{{% autoescape {v} %}}{a}{{% endautoescape %}}"),
            Gen.Select(
                Name,
                body,
                static (n, a) => $"{{% block {n} scoped %}}{a}{{% endblock %}}{{% block r required %}} {{% endblock %}}"
            ),
            value.Select(static v =>
                $"{{% include ({v}) ignore missing without context %}}{{% include ({v}) %}}{{% extends {v} %}}"
            ),
            value.Select(static v =>
                $"{{% import ({v}) as m with context %}}{{% from ({v}) import a, b as c with context %}}"
            ),
            value.Select(static v => $"{{% print {v}, 1 %}}{{% from ({v}) import without context %}}"),
            Gen.Select(
                Name,
                value,
                static (n, v) =>
                    $"{{% trans 'ctx' a={v}, {n} %}}100 % {{{{ a }}}} %(a)s{{% pluralize {n} %}} {{{{ {n} }}}}s{{% endtrans %}}"
            ),
            Name.Select(static n =>
                $"{{% trans trimmed %}}  {{{{ {n} }}}}\n  %%(b)s {{% pluralize %}}x{{% endtrans %}}{{% trans %}}50%{{% endtrans %}}"
            )
        );
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<string> One(int depth, Gen<string> part, Func<string, string, string> join) =>
        Gen.Select(Expression(depth - 1), part, join);

    private static Gen<string> Two(int depth, Gen<string> part, Func<string, string, string, string> join) =>
        Gen.Select(Expression(depth - 1), part, Expression(depth - 1), join);
}
