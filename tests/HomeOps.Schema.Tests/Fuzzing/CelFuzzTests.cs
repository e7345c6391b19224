using HomeOps.Testing;

namespace HomeOps.Schema.Tests.Fuzzing;

/// <summary>
/// Expressions put together at random. What is accepted is accepted in parentheses and behind a comment too, and with the same value; every
/// problem has its place in the text.
/// </summary>
public sealed class CelFuzzTests
{
    private static readonly string[] Pieces =
    [
        "self",
        "dep",
        "status",
        "a",
        "e",
        ".",
        ".",
        ".name",
        ".spec",
        "[0]",
        "['k']",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        "?",
        ":",
        "&&",
        "||",
        "!",
        "-",
        "+",
        "*",
        "/",
        "%",
        "==",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        " in ",
        "1",
        "0x1F",
        "2u",
        "1.5",
        "1e3",
        "9223372036854775807",
        "true",
        "false",
        "null",
        "'x'",
        "\"y\"",
        "r'\\z'",
        "b'z'",
        "'''m\n'''",
        "'\\u00e9'",
        "'\\x4'",
        "has(",
        "size(",
        ".all(e,",
        ".exists(e,",
        ".map(e,",
        ".filter(e,",
        ".contains('x')",
        ".?f",
        "[?0]",
        "// c\n",
        " ",
        "\n",
        "`q`",
        "for",
        "_",
        "\u20ac",
        "has(self.spec)",
        "dep.metadata.name == 'db'",
        "[1, 2].exists(e, e > 1)",
    ];

    private static readonly Dictionary<string, object?> Known = new(StringComparer.Ordinal)
    {
        ["self"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["spec"] = new List<object?> { 1L, "x", 2.5, null, true },
            ["name"] = "self",
        },
        ["a"] = 5L,
    };

    [Fact]
    public void Expressions_hold_their_properties() => FuzzRun.Of("CEL", Execute);

    private static bool Execute(Random random)
    {
        var text = string.Concat(
            Enumerable.Range(0, random.Next(1, 20)).Select(_ => Pieces[random.Next(Pieces.Length)])
        );
        if (!CelExpression.TryParse(text, out var expression, out var problem))
        {
            Assert.InRange(problem.Span.Start, 0, text.Length);
            Assert.InRange(problem.Span.End, 0, text.Length + 1);
            Assert.NotEqual("", problem.Reason);
            return false;
        }

        foreach (var found in expression.Check(["self", "dep"]))
        {
            Assert.InRange(found.Span.End, 0, text.Length);
        }

        Assert.All(expression.Root.Within(), n => Assert.InRange(n.Span.End, 0, text.Length));
        var value = expression.Evaluate(Known);
        Assert.True(CelExpression.TryParse($"// first\n({text}\n)", out var again, out _));
        Assert.Equal(Shown(value), Shown(again.Evaluate(Known)));
        return true;
    }

    private static string Shown(object? value) =>
        value switch
        {
            ReadOnlyMemory<byte> bytes => "b" + Convert.ToHexString(bytes.Span),
            IEnumerable<object?> items => $"[{string.Join(", ", items.Select(Shown))}]",
            _ => $"{value} ({value?.GetType().Name})",
        };
}
