using System.Numerics;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>The variables of every case, for both engines: all types, and the values where they are known to be odd.</summary>
internal static class PeerVariables
{
    private static readonly (string Name, char Kind, string Python, Func<Value> Value)[] All =
    [
        ("zero", 'I', "0", static () => 0),
        ("seven", 'I', "7", static () => 7),
        ("minus", 'I', "-3", static () => -3),
        ("long", 'I', "2**63", static () => Value.Integer(BigInteger.Pow(2, 63))),
        ("big", 'I', "-(10**30)", static () => Value.Integer(-BigInteger.Pow(10, 30))),
        ("half", 'F', "0.5", static () => 0.5),
        ("tie", 'F', "2.675", static () => 2.675),
        ("tiny", 'F', "1e-07", static () => 1e-07),
        ("huge", 'F', "1e+16", static () => 1e+16),
        ("inf", 'F', "float('inf')", static () => double.PositiveInfinity),
        ("nan", 'F', "float('nan')", static () => double.NaN),
        ("yes", 'B', "True", static () => true),
        ("no", 'B', "False", static () => false),
        ("nil", 'A', "None", static () => Value.None),
        ("empty", 'S', "''", static () => ""),
        ("words", 'S', "'Hello big World'", static () => "Hello big World"),
        ("street", 'S', "'Straße ÄÖÜ \\u00f1'", static () => "Straße ÄÖÜ \u00f1"),
        ("greek", 'S', "'ΟΔΟΣ σ'", static () => "ΟΔΟΣ σ"),
        ("face", 'S', "'a\\U0001f600b'", static () => "a\U0001f600b"),
        ("lines", 'S', "'one\\ntwo\\r\\n\\n  three\\n'", static () => "one\ntwo\r\n\n  three\n"),
        ("padded", 'S', "' \\t pad\\u00a0'", static () => " \t pad\u00a0"),
        ("digits", 'S', "'42'", static () => "42"),
        ("html", 'S', "'<a href=\"x\">&\\'</a>'", static () => "<a href=\"x\">&'</a>"),
        ("safe", 'S', "Markup('<b>&amp;</b>')", static () => Value.Markup("<b>&amp;</b>")),
        (
            "url",
            'S',
            "'see http://example.com/a?b=1&c, or me@x.org.'",
            static () => "see http://example.com/a?b=1&c, or me@x.org."
        ),
        ("numbers", 'L', "[3, 1, 2]", static () => new PyList([3, 1, 2])),
        ("letters", 'L', "['b', 'A', 'c', 'a']", static () => new PyList(["b", "A", "c", "a"])),
        ("mixed", 'L', "[1, 'a', None, 2.5, True]", static () => new PyList([1, "a", Value.None, 2.5, true])),
        ("none", 'L', "[]", static () => new PyList()),
        (
            "nested",
            'L',
            "[[1, 2], [3, [4]]]",
            static () => new PyList([new PyList([1, 2]), new PyList([3, new PyList([4])])])
        ),
        ("pair", 'U', "(1, 'x')", static () => new PyTuple([1, "x"])),
        ("pairs", 'L', "[('a', 1), ('b', 2)]", static () => new PyList([new PyTuple(["a", 1]), new PyTuple(["b", 2])])),
        ("steps", 'L', "range(1, 10, 3)", static () => new PyRange(1, 10, 3)),
        ("table", 'D', "{'b': 2, 'a': 1, 'C': 3}", static () => Dict(("b", 2), ("a", 1), ("C", 3))),
        (
            "keys",
            'D',
            "{1: 'one', None: 'nil', 2.5: [], (1,): ''}",
            static () => Dict((1, "one"), (Value.None, "nil"), (2.5, new PyList()), (new PyTuple([1]), ""))
        ),
        (
            "deep",
            'D',
            "{'x': {'y': {'z': 1}}, 'l': [{'k': 'v'}]}",
            static () => Dict(("x", Dict(("y", Dict(("z", 1))))), ("l", new PyList([Dict(("k", "v"))])))
        ),
        (
            "users",
            'L',
            "[{'name': 'bob', 'age': 30}, {'name': 'Alice', 'age': 25}, {'name': 'Carl', 'age': 30, 'nick': ''}]",
            static () =>
                new PyList([
                    Dict(("name", "bob"), ("age", 30)),
                    Dict(("name", "Alice"), ("age", 25)),
                    Dict(("name", "Carl"), ("age", 30), ("nick", "")),
                ])
        ),
        ("data", 'A', "b'a\\xff'", static () => new PyBytes([0x61, 0xff])),
    ];

    /// <summary>The Python expression that makes them.</summary>
    public static string Python => "{" + string.Join(", ", All.Select(static v => $"'{v.Name}': {v.Python}")) + "}";

    /// <summary>New ones for each case: templates change them.</summary>
    public static Dictionary<string, Value> Values() =>
        All.ToDictionary(static v => v.Name, static v => v.Value(), StringComparer.Ordinal);

    /// <summary>The names of those of a kind (as <see cref="Vocabulary"/> writes kinds), of all for A.</summary>
    public static string[] Names(char kind) =>
        [.. All.Where(v => v.Kind == kind || kind == 'A').Select(static v => v.Name)];

    private static PyDict Dict(params (Value Key, Value Value)[] entries)
    {
        var dict = new PyDict();
        foreach (var (key, value) in entries)
        {
            dict.Set(key, value);
        }

        return dict;
    }
}
