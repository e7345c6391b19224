using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>
/// Files of expressions (or templates) with what Jinja2 makes of them: a line with the expression, a line <c>=> text</c> or
/// <c>!! ErrorClass: message</c>, an empty line. <c>@strict</c> and its like in front choose how undefined values behave,
/// <c>@auto</c> turns autoescape on. In results <c>\n</c>, <c>\t</c>, <c>\r</c>, <c>\\</c> and <c>\uXXXX</c> are escapes.
/// </summary>
internal static class PythonCases
{
    public static TheoryData<string, string> Read(string relative, [CallerFilePath] string caller = "")
    {
        var cases = new TheoryData<string, string>();
        var path = Path.Join(Path.GetDirectoryName(caller), relative);
        foreach (var block in File.ReadAllText(path).Split("\n\n"))
        {
            var lines = block.TrimEnd('\n').Split('\n');
            cases.Add(lines[0], lines[1]);
        }
        return cases;
    }

    public static void Verify(string input, string outcome) => Assert.Equal(outcome, Outcome(input));

    private static string Outcome(string input)
    {
        var undefined = UndefinedMode.Default;
        var autoescape = false;
        while (input.StartsWith('@'))
        {
            var end = input.IndexOf(' ', StringComparison.Ordinal);
            if (input[1..end] == "auto")
            {
                autoescape = true;
            }
            else
            {
                undefined = Enum.Parse<UndefinedMode>(input[1..end], ignoreCase: true);
            }
            input = input[(end + 1)..];
        }
        var template = input.Contains("{%", StringComparison.Ordinal) ? input : "{{ " + input + " }}";
        var environment = new JinjaEnvironment(new JinjaOptions { Undefined = undefined, Autoescape = autoescape });
        try
        {
            return "=> " + Escaped(environment.FromString(template).Render(Variables()));
        }
        catch (JinjaException error)
        {
            return $"!! {error.ClassName}: {Escaped(error.Message)}";
        }
    }

    private static Dictionary<string, Value> Variables() =>
        new(StringComparer.Ordinal)
        {
            ["u"] = new PyList([Person("bob", 30), Person("Alice", 25), Person("carl", 30)]),
            ["s"] = "hello world",
            ["l"] = new PyList([3, 1, 2]),
            ["d"] = Dict(("b", 2), ("a", 1), ("C", 3)),
            ["e"] = new PyList(),
            ["n"] = Value.None,
            ["html"] = "<a href=\"x\">&'</a>",
            ["f"] = 3.7,
            ["t"] = true,
            ["lt"] = "<",
            ["b"] = "<b>",
            ["a"] = "<a>",
            ["ab"] = "a<b",
        };

    private static Value Person(string name, int age) => Dict(("name", name), ("age", age));

    private static Value Dict(params (string Key, Value Value)[] entries)
    {
        var dict = new PyDict();
        foreach (var (key, value) in entries)
        {
            dict.Set(key, value);
        }
        return dict;
    }

    private static string Escaped(string text)
    {
        var into = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            into.Append(
                rune.Value switch
                {
                    '\\' => @"\\",
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    < 0x10000 when !StringRepr.IsPrintable(rune) => string.Create(
                        CultureInfo.InvariantCulture,
                        $"\\u{rune.Value:x4}"
                    ),
                    _ => rune.ToString(),
                }
            );
        }
        return into.ToString();
    }
}
