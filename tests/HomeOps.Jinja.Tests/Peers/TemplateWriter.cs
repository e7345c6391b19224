using System.Text;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>Writes random templates around random expressions, and the other templates that they use.</summary>
internal sealed class TemplateWriter
{
    private static readonly string[] Texts =
    [
        "text ",
        "\n",
        "  ",
        "\n  ",
        "a{b}",
        "<i>",
        "{# note #}",
        "{#- note -#}",
        "{#+ note #}\n",
        "{% raw %}{{ x }}{% endraw %}",
        "{%- raw -%} {% x %} {%- endraw +%}\n",
        " \t\n",
        "é",
    ];

    private readonly Random random;
    private readonly ExpressionWriter expressions;
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private int loops;
    private int blocks;
    private int macros;

    public TemplateWriter(Random random)
    {
        this.random = random;
        expressions = new ExpressionWriter(random);
    }

    /// <summary>One printed expression.</summary>
    public static Dictionary<string, string> Expression(Random random)
    {
        var writer = new ExpressionWriter(random);
        var value = writer.Write(writer.Pick("IFBSLDUA".ToCharArray()), random.Next(1, 5));
        return new(StringComparer.Ordinal) { ["main"] = $"{{{{ {value} }}}}" };
    }

    /// <summary>A template called main, and those it uses.</summary>
    public static Dictionary<string, string> Templates(Random random)
    {
        var writer = new TemplateWriter(random);
        var main = writer.Body(3);
        if (random.Next(4) == 0)
        {
            writer.files["base"] = writer.Body(2) + writer.Block(1) + writer.Body(1);
            var required = random.Next(10) == 0 ? "required " : "";
            writer.files["base"] += $"{{% block own {required}%}} {{% endblock %}}";
            main =
                $"{writer.Body(1)}{{% extends 'base' %}}{main}{{% block own %}}{{{{ super() }}}}{writer.Body(1)}{{% endblock %}}";
        }

        writer.files["main"] = main;
        return writer.files;
    }

    private string Body(int depth)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            text.Append(random.Next(3) == 0 ? expressions.Pick(Texts) : Statement(depth - 1));
        }

        return text.ToString();
    }

    private string Statement(int depth)
    {
        if (depth <= 0)
        {
            return random.Next(4) == 0 ? Assignment() : Print('A');
        }

        switch (random.Next(18))
        {
            case 0 or 1:
                return Loop(depth);
            case 2:
                return If(depth);
            case 3:
                return Assignment() + Print('A');
            case 4 or 5:
                return Macro(depth);
            case 6:
                var filter = expressions.Pick("upper", "indent(2)", "trim", "replace('a', 'b')", "escape");
                return $"{Tag("filter " + filter)}{Body(depth)}{Tag("endfilter")}";
            case 7:
                var name = Name();
                return $"{Tag("set " + name + expressions.Pick("", "|upper", "|trim|length"))}{Body(depth)}{Tag("endset")}{{{{ {name} }}}}";
            case 8:
                return $"{Tag($"with {Name()} = {Value('A')}, {Name()} = {Value('A')}")}{Body(depth)}{Tag("endwith")}";
            case 9:
                return $"{Tag("autoescape " + Value('B'))}{Body(depth)}{Print('S')}{Tag("endautoescape")}";
            case 10:
                return Included(depth);
            case 11:
                return Imported(depth);
            case 12:
                return Namespace(depth);
            case 13:
                return Block(depth);
            case 14:
                return Translation();
            case 15:
                return Tag($"do {Value('L')}.{expressions.Pick("append(1)", "reverse()", "nosuch()", "pop()")}");
            case 16:
                return $"{{% set ring = cycler({Value('A')}, 'x') %}}{{{{ ring.next() }}}}{{{{ ring.current }}}}{{% set glue = joiner() %}}{{{{ glue() }}}}{{{{ glue() }}}}";
            default:
                return Print('A');
        }
    }

    private string Loop(int depth)
    {
        loops++;
        var name = Name();
        var two = random.Next(5) == 0;
        var target = two ? $"{name}, {Name()}" : name;
        var items = two
            ? expressions.Pick("pairs", "table.items()", "table|items", "nested")
            : Value(expressions.Pick('L', 'L', 'D', 'S', 'A'));
        var recursive = !two && random.Next(8) == 0;
        var filter = random.Next(4) == 0 ? $" if {Value('B')}" : "";
        if (recursive)
        {
            items = expressions.Pick("nested", "[1, [2, [3]]]", "users");
        }

        var text = new StringBuilder(Tag($"for {target} in ({items}){filter}{(recursive ? " recursive" : "")}"));
        text.Append(
            expressions.Pick(
                "",
                "{{ loop.index }}",
                "{{ loop.last }}{{ loop.first }}",
                "{{ loop.revindex0 }}/{{ loop.length }}",
                $"{{{{ loop.previtem }}}}{{{{ loop.nextitem|default('-') }}}}",
                $"{{{{ loop.changed({name}) }}}}",
                "{{ loop.cycle('a', 'b') }}{{ loop.depth }}",
                "{{ loop }}"
            )
        );
        if (recursive)
        {
            text.Append(
                $"{{% if {name} is iterable and {name} is not string and {name} is not mapping %}}({{{{ loop({name}) }}}}){{% endif %}}"
            );
        }

        text.Append(Body(depth));
        if (random.Next(6) == 0)
        {
            text.Append($"{{% if {Value('B')} %}}{{% {expressions.Pick("break", "continue")} %}}{{% endif %}}");
        }

        loops--;
        text.Append(random.Next(3) == 0 ? Tag("else") + Body(1) : "");
        return text.Append(Tag("endfor")).ToString();
    }

    private string If(int depth)
    {
        var text = Tag($"if {Value('A')}") + Body(depth);
        text += random.Next(3) == 0 ? Tag($"elif {Value('B')}") + Body(1) : "";
        text += random.Next(2) == 0 ? Tag("else") + Body(1) : "";
        return text + Tag("endif");
    }

    private string Macro(int depth)
    {
        var name = $"m{++macros}";
        var parameters = expressions.Pick("", "x", "x, y", "x, y=1", "x='d', y=x", "caller=none");
        var body = expressions.Pick(
            "",
            "{{ x }}",
            "{{ x }}{{ y }}",
            "{{ varargs }}",
            "{{ kwargs }}",
            "{{ caller() }}",
            "{{ caller(1, y=2) }}",
            "{{ loop }}",
            "{{ caller is defined }}"
        );
        var arguments = expressions.Pick(
            "",
            Value('A'),
            $"{Value('A')}, {Value('A')}",
            $"y={Value('A')}",
            "1, 2, 3",
            "1, z=2",
            "*numbers",
            "**table"
        );
        var call = expressions.Pick(
            $"{{{{ {name}({arguments}) }}}}",
            $"{{{{ {name}({arguments}) }}}}",
            $"{Tag($"call{expressions.Pick("", "(z)", "(z, y=1)")} {name}({arguments})")}{Body(1)}{{{{ z }}}}{Tag("endcall")}",
            $"{{{{ {name}.{expressions.Pick("name", "arguments", "catch_kwargs", "catch_varargs", "caller", "nosuch")} }}}}"
        );
        return $"{Tag($"macro {name}({parameters})")}{body}{Body(depth)}{Tag("endmacro")}{call}";
    }

    private string Included(int depth)
    {
        var name = $"part{files.Count}";
        files[name] = Body(depth);
        return Tag(
            expressions.Pick(
                $"include '{name}'",
                $"include '{name}' without context",
                $"include 'absent' ignore missing",
                $"include ['absent', '{name}'] with context",
                "include 'absent'",
                "include missing",
                $"include ('{name}' if {Value('B')} else none) ignore missing"
            )
        );
    }

    private string Imported(int depth)
    {
        var name = $"lib{files.Count}";
        files[name] =
            $"{{% macro f(x='d') %}}[{{{{ x }}}}{{{{ seen }}}}]{Body(depth)}{{% endmacro %}}{{% set v = {Value('A')} %}}{{% set _w = 1 %}}";
        return expressions.Pick(
            $"{{% import '{name}' as lib %}}{{{{ lib.f(1) }}}}{{{{ lib.v }}}}{{{{ lib._w }}}}",
            $"{{% set seen = 1 %}}{{% import '{name}' as lib with context %}}{{{{ lib.f() }}}}",
            $"{{% from '{name}' import f, v as w %}}{{{{ f(w) }}}}",
            $"{{% from '{name}' import nosuch %}}{{{{ nosuch }}}}",
            $"{{% from '{name}' import f with context %}}{{{{ f() }}}}",
            $"{{% import '{name}' as lib %}}{{{{ lib }}}}"
        );
    }

    private string Namespace(int depth) =>
        $"{{% set ns = namespace(a={Value('A')}) %}}{{% for i in {expressions.Pick("numbers", "letters", "range(3)")} %}}{{% set ns.a = {expressions.Pick("i", "ns.a ~ i", Value('A'))} %}}{Body(depth)}{{% endfor %}}{{{{ ns.a }}}}{{{{ ns.nosuch }}}}";

    private string Block(int depth)
    {
        var name = random.Next(3) == 0 ? "own2" : $"b{++blocks}";
        var mark = expressions.Pick("", "", " scoped", " required");
        var super = expressions.Pick("", "{{ super() }}", "{{ self.own() }}", "{{ super.super() }}");
        return mark == " required"
            ? $"{Tag($"block {name}{mark}")} {Tag("endblock")}"
            : $"{Tag($"block {name}{mark}")}{super}{Body(depth)}{Tag("endblock")}";
    }

    private string Translation()
    {
        var variable = expressions.Pick("x=", "n=", "count=") + Value(expressions.Pick('S', 'I', 'A'));
        var name = variable[..variable.IndexOf('=', StringComparison.Ordinal)];
        return expressions.Pick(
            $"{{% trans %}}50% of {{{{ words }}}}{{% endtrans %}}",
            $"{{% trans {variable} %}}a {{{{ {name} }}}} %(x)s{{% pluralize %}}many {{{{ {name} }}}}{{% endtrans %}}",
            $"{{% trans trimmed {variable} %}}\n  a\n  {{{{ {name} }}}}\n{{% endtrans %}}",
            $"{{{{ _('text') }}}}{{{{ ngettext('%(num)s a', '%(num)s b', {Value('I')}) }}}}{{{{ gettext({Value('S')}) }}}}"
        );
    }

    private string Assignment() =>
        random.Next(4) == 0
            ? Tag($"set {Name()}, {Name()} = {expressions.Pick(Value('U'), "pair", "numbers", "1, 2")}")
            : Tag($"set {Name()} = {Value('A')}");

    private string Name()
    {
        var name = expressions.Pick("x", "y", "z", "item", "words");
        if (!expressions.Names.Contains(name, StringComparer.Ordinal))
        {
            expressions.Names.Add(name);
        }

        if (loops > 0 && !expressions.Names.Contains("loop", StringComparer.Ordinal))
        {
            expressions.Names.Add("loop.index");
        }

        return name;
    }

    private string Print(char kind) =>
        $"{expressions.Pick("{{", "{{", "{{", "{{-")} {Value(kind)} {expressions.Pick("}}", "}}", "}}", "-}}")}";

    private string Value(char kind) => expressions.Write(kind, random.Next(3));

    private string Tag(string content) =>
        expressions.Pick("{%", "{%", "{%", "{%-", "{%+")
        + " "
        + content
        + " "
        + expressions.Pick("%}", "%}", "%}", "-%}", "+%}");
}
