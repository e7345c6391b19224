using HomeOps.Helm.Templates;
using HomeOps.Testing;

namespace HomeOps.Helm.Tests.Fuzzing;

/// <summary>
/// Templates put together at random, with the braces of ResourceSets. A template without an action is its own text, what is rendered is the same
/// each time and no longer than the bound, and every problem has its place in the text.
/// </summary>
public sealed class GoTemplateFuzzTests
{
    private static readonly string[] Pieces =
    [
        "<<",
        "<<",
        "<<",
        ">>",
        ">>",
        ">>",
        "<<- ",
        " ->>",
        " ",
        " | ",
        "(",
        ")",
        "text",
        "\n",
        "inputs",
        "inputs.a",
        "inputs.list",
        "inputs.map.k",
        ".",
        "$",
        "$x",
        ":=",
        "=",
        "if ",
        "else",
        "end",
        "with ",
        "range ",
        "range $i, $x := inputs.list",
        "define \"t\"",
        "template \"t\" .",
        "block \"t\" .",
        "break",
        "continue",
        "/* c */",
        "\"s\"",
        "`raw`",
        "'c'",
        "1",
        "-2",
        "1.5",
        "0x1f",
        "true",
        "nil",
        "quote",
        "upper",
        "default \"d\"",
        "toYaml",
        "toJson",
        "nindent 2",
        "eq 1 2",
        "and",
        "or",
        "not",
        "list 1 2",
        "dict \"a\" 1",
        "index inputs.list 0",
        "until 3",
        "printf \"%s\" ",
        "repeat 3 \"ab\"",
        "set",
        "keys",
        "join \",\"",
        "splitList \",\"",
        "regexReplaceAll \"a+\" \"aab\" \"$0\"",
        "fromJson `{\"a\":[1]}`",
        "div 1 0",
        "fail \"no\"",
        "<< inputs.a >>",
        "<< range inputs.list >><< . >><< end >>",
        "<< if inputs.a >>y<< else >>n<< end >>",
        "<< $x := inputs.map >>",
        "<< end >>",
    ];

    private static readonly TemplateOptions Options = new()
    {
        Open = "<<",
        Close = ">>",
        IsStrict = true,
    };

    [Fact]
    public void Templates_hold_their_properties() => FuzzRun.Of("Go templates", Execute);

    private static bool Execute(Random random)
    {
        var text = string.Concat(
            Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)])
        );
        var parsed = GoTemplate.Parse(text, Options, out var problem);
        var rendered = parsed?.Render(null, Inputs(), out problem);
        if (rendered is null)
        {
            Assert.NotNull(problem);
            Assert.InRange(problem.Offset, 0, text.Length);
            Assert.NotEqual("", problem.Reason);
            return false;
        }

        Assert.Null(problem);
        Assert.InRange(rendered.Length, 0, 1 << 20);
        Assert.Equal(rendered, parsed?.Render(null, Inputs(), out _));
        Assert.True(rendered == text || text.Contains("<<", StringComparison.Ordinal));
        return true;
    }

    private static Dictionary<string, object?> Inputs() =>
        new(StringComparer.Ordinal)
        {
            ["inputs"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["a"] = "value: x",
                ["list"] = new List<object?> { "b", 2L, 1.5, null },
                ["map"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["k"] = true },
            },
        };
}
