namespace HomeOps.Cluster.Tests.Fuzzing;

/// <summary>Damages a text as slips of a hand, an editor, a merge and a wrong program do.</summary>
internal static class Mutation
{
    private const int Longest = 20_000;

    private static readonly string[] Pieces =
    [
        "\"",
        "'",
        ": ",
        ":",
        "\n",
        "\n\n",
        "- ",
        "-",
        "{",
        "}",
        "[",
        "]",
        ",",
        "#",
        " #",
        "&a ",
        "*a",
        "!!binary ",
        "!!int ",
        "!x ",
        "|\n",
        "|+2\n",
        ">-\n",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "<<: ",
        "<<: *a\n",
        "? ",
        "\t",
        "\0",
        "\u0001",
        "\u0085",
        "\u2028",
        "\ud7ff",
        "\ufffe",
        "é",
        "e\u0301",
        "0x1F",
        "010",
        "0o10",
        "1e999",
        ".inf",
        ".nan",
        "-1",
        "0",
        "1:30",
        "190:20:30",
        "1_000",
        "99999999999999999999",
        "yes",
        "no",
        "on",
        "null",
        "~",
        "true",
        "2001-01-01",
        "2001-01-01T00:00:00Z",
        "10.0.0.0/33",
        "10.0.0.0/0",
        "0.0.0.0",
        "255.255.255.255",
        "10.0.0.0/8",
        "::1/64",
        "010.0.0.1",
        "00:11:22:33:44:55",
        "112233445566",
        "%",
        "nodes:",
        "address: 10.0.50.10",
        "name: control0",
        "controller: true",
        "\\",
        "\\x",
        "\\u12",
        "\r\n",
        "\r",
        "\ufeff",
        "  ",
        "        ",
        "[]",
        "{}",
        "=",
        "==",
        "[[a]]\n",
        "a.b = 1\n",
        "\"\"\"",
        "'''",
        "{{ ",
        " }}",
        "{{",
        "{% ",
        "%}",
        "{#",
        "#}",
        "-%}",
        "{%- ",
        "{% raw %}",
        "{% endraw %}",
        "{% for x in range(9) %}",
        "{% endfor %}",
        "{% if ",
        "{% endif %}",
        "{% else %}",
        "{% include 'a.yaml.j2' %}",
        "{% extends 'a.yaml.j2' %}",
        "{% import 'a.yaml.j2' as a %}",
        "{% macro m() %}",
        "{% endmacro %}",
        "{% set x = ",
        "{% block b %}",
        "{% endblock %}",
        "{% call m() %}",
        "{% filter upper %}",
        " | ",
        " | map(",
        " | sort",
        " | join(",
        " | indent(",
        " | tojson",
        " | groupby('x')",
        " | batch(",
        " is ",
        " not ",
        " in ",
        " and ",
        " ** ",
        " // ",
        " ~ ",
        " % ",
        "(",
        ")",
        "loop.index",
        "self.b()",
        "super()",
        "range(3)",
        "namespace(",
        "dict(",
        "lipsum(",
        "cycler(",
        "'%s' | format(",
        "x[",
        "[1:2]",
        "[::-1]",
        ".__class__",
        "#% ",
        " %#",
        "#{ ",
        " }#",
        "ENC[AES256_GCM,data:",
        "sops:\n",
        "AGE-SECRET-KEY-1",
        "-----BEGIN AGE ENCRYPTED FILE-----\n",
    ];

    /// <summary>The text with one to five kinds of damage.</summary>
    public static string Of(string text, Random random)
    {
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            text = random.Next(3) == 0 ? InLines(text, random) : InCharacters(text, random);
            text = text.Length > Longest ? text[..Longest] : text;
        }

        return text;
    }

    private static string InCharacters(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 60), text.Length - at);
        return random.Next(8) switch
        {
            0 or 1 => text.Insert(at, Piece(random)),
            2 => text.Remove(at, length),
            3 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            4 => text.Remove(at, Math.Min(1, length)).Insert(at, ((char)random.Next(1, 0x250)).ToString()),
            5 => random.Next(8) == 0 ? text[..at] : Digit(text, random),
            6 => text.Insert(at, string.Concat(Enumerable.Repeat(Piece(random), random.Next(2, 200)))),
            _ => text.Remove(at, length).Insert(at, Piece(random)),
        };
    }

    private static string InLines(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        var line = lines[at];
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count + 1), line);
                break;
            case 2:
                lines[at] = random.Next(2) == 0 ? line.TrimStart() : new string(' ', random.Next(1, 9)) + line;
                break;
            case 3:
                var other = random.Next(lines.Count);
                (lines[at], lines[other]) = (lines[other], line);
                break;
            case 4:
                lines[at] = line.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0
                    ? line[..(colon + 2)] + Piece(random)
                    : line + Piece(random);
                break;
            default:
                lines[at] = Piece(random) + line + Piece(random);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string Digit(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        var at = text.AsSpan(start).IndexOfAnyInRange('0', '9');
        return at < 0 ? text : text.Remove(start + at, 1).Insert(start + at, random.Next(1000).ToString("d"));
    }

    private static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];
}
