namespace HomeOps.Schema.Tests.Cel;

/// <summary>CEL: what is an expression, what it names, and what is known of its value.</summary>
public sealed class CelExpressionTests
{
    private static readonly Dictionary<string, object?> Known = new(StringComparer.Ordinal)
    {
        ["dep"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["metadata"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "db" },
            ["spec"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["suspend"] = true,
                ["replicas"] = 3L,
                ["hosts"] = new List<object?> { "a", "b" },
            },
        },
    };

    [Theory]
    [InlineData("true")]
    [InlineData("dep.status.ready")]
    [InlineData("status.conditions.filter(e, e.type == 'Ready').all(e, e.status == 'True')")]
    [InlineData("has(status.observedGeneration) && status.observedGeneration == metadata.generation")]
    [InlineData(
        "self.metadata.labels['app.kubernetes.io/version'] == dep.metadata.labels['app.kubernetes.io/version']"
    )]
    [InlineData("1 + 2 * -3 - (4 % 2) < 0x1F ? 'a' : \"b\"")]
    [InlineData("!!a || -b > 1u && c in [1, 2, 3,]")]
    [InlineData("{'a': 1, 'b': [2.5e3, .5, 1e-2]}.a == null")]
    [InlineData("'''three 'quotes' and\na line''' == \"\"\"x\"\"\"")]
    [InlineData("r'\\d+' == R\"\\s\" && b'\\x41\\101' == rb'A' && '\\u00e9\\U0001F600\\a' != ''")]
    [InlineData("a // a comment\n  && b")]
    [InlineData(".a.b(c)[0].?d[?'e'].`f-g`.orValue(false)")]
    [InlineData("google.protobuf.Timestamp{seconds: 1}.seconds == 1")]
    [InlineData("[?a, b].size() == 2")]
    [InlineData("-9223372036854775808 < 9223372036854775807 && 18446744073709551615u > 0u")]
    public void An_expression_is_parsed(string text)
    {
        Assert.True(CelExpression.TryParse(text, out _, out var problem), problem?.Reason);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("", 0, "something is missing at the end")]
    [InlineData("a &&", 4, "something is missing at the end")]
    [InlineData("a & b", 2, "'&' is not expected there")]
    [InlineData("a = b", 2, "'=' is not expected there")]
    [InlineData("a.b(", 4, "something is missing at the end")]
    [InlineData("(a", 2, "a ')' is missing at the end")]
    [InlineData("[a b]", 3, "a ']' is missing before 'b'")]
    [InlineData("a ? b", 5, "a ':' is missing at the end")]
    [InlineData("a b", 2, "'b' is not expected there")]
    [InlineData("'open", 0, "a quoted text is not closed")]
    [InlineData("'a\nb'", 0, "a quoted text is not closed")]
    [InlineData("`open", 0, "a quoted name is not closed")]
    [InlineData("'\\q'", 1, "there is no such escape")]
    [InlineData("'\\u12'", 1, "an escaped character is malformed")]
    [InlineData("'\\ud800'", 1, "an escaped character is malformed")]
    [InlineData("'\\09'", 1, "an escaped character is malformed")]
    [InlineData("99999999999999999999", 0, "'99999999999999999999' is no number of 64 bits")]
    [InlineData("9223372036854775808", 0, "'9223372036854775808' is no number of 64 bits")]
    [InlineData("1e+", 0, "'1e+' is no number")]
    [InlineData("!-a", 1, "'-' is not expected there")]
    [InlineData("for", 0, "'for' is a reserved word")]
    [InlineData("a.1", 1, "'.1' is not expected there")]
    [InlineData("{a: }", 4, "'}' is not expected there")]
    [InlineData("a € b", 2, "'€' is not expected there")]
    public void What_is_none_is_explained(string text, int at, string reason)
    {
        Assert.False(CelExpression.TryParse(text, out _, out var problem));
        Assert.Equal((at, reason), (problem.Span.Start, problem.Reason));
    }

    [Fact]
    public void Half_a_character_is_named_as_such()
    {
        Assert.False(CelExpression.TryParse("a " + (char)0xd800, out _, out var problem));
        Assert.Equal("a character is broken", problem.Reason);
    }

    [Fact]
    public void What_is_nested_or_long_beyond_reason_is_refused()
    {
        Assert.Equal("it is nested too deeply", Reason(new string('(', 100_000)));
        Assert.Equal("it is nested too deeply", Reason(string.Concat(Enumerable.Repeat("a?b:", 100_000))));
        Assert.Equal("it is too long", Reason("a" + string.Concat(Enumerable.Repeat(".a", 100_000))));
        Assert.Equal("it is too long", Reason("a" + string.Concat(Enumerable.Repeat("||a", 100_000))));
        Assert.Equal("it is too long", Reason(new string('!', 100_000) + "a"));

        static string? Reason(string text)
        {
            return CelExpression.TryParse(text, out _, out var problem) ? null : problem.Reason;
        }
    }

    [Theory]
    [InlineData("dep.status.ready && slef.x", "Variable 'slef' self")]
    [InlineData("[1].all(i, i > j)", "Variable 'j' i")]
    [InlineData("[1].all(i, i > 0) && i", "Variable 'i' ")]
    [InlineData("dep.spec.path.startWith('a')", "Function 'startWith' startsWith")]
    [InlineData("lenght(dep)", "Function 'lenght' ")]
    [InlineData("optional.of(dep).orValue(self) == dyn(1)", "")]
    [InlineData("has(dep)", "Syntax '' ")]
    [InlineData("[1].all(1, true)", "Syntax '' ")]
    [InlineData("[1].map(i, i > 0, i + 1) == [2] && {'a': 1}.transformMap(k, v, v + size(k)) == {}", "")]
    public void Names_that_do_not_exist_are_found(string text, string expected)
    {
        Assert.True(CelExpression.TryParse(text, out var expression, out _));

        var problems = expression.Check(["self", "dep"]);

        Assert.Equal(
            expected,
            string.Join(
                ';',
                problems.Select(static p =>
                    $"{p.Kind} '{(p.Kind == CelProblemKind.Syntax ? "" : p.Reason.Split('\'')[1])}' {p.Meant}"
                )
            )
        );
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1 == 1.0 && 2u > 1 && 'a' < 'b' && 1 in [2, 1]", true)]
    [InlineData("b'\\x41' == b'A' && b'a' != b'b'", true)]
    [InlineData("dep.metadata.name == 'web'", false)]
    [InlineData("dep.spec.replicas * 2 - 1 == 5", true)]
    [InlineData("dep.spec.hosts.exists(h, h == 'b') && dep.spec.hosts.all(h, size(h) == 1)", true)]
    [InlineData("dep.spec.hosts == ['a', 'b'] && dep.spec.hosts[1].endsWith('b')", true)]
    [InlineData("has(dep.spec.suspend) ? !dep.spec.suspend : true", false)]
    [InlineData("dep.status.ready && false", false)]
    [InlineData("dep.status.ready || dep.spec.suspend", true)]
    [InlineData("'name' in dep.metadata", true)]
    public void What_is_known_is_decided(string text, bool expected) => Assert.Equal(expected, Value(text));

    [Theory]
    [InlineData("dep.status.ready")]
    [InlineData("dep.metadata.generation == 1")]
    [InlineData("self.spec.path == 'a'")]
    [InlineData("1 / 0 == 1")]
    [InlineData("9223372036854775807 + 1 > 0")]
    [InlineData("'generation' in dep.metadata")]
    [InlineData("has(dep.status)")]
    [InlineData("dep.spec == dep.spec")]
    [InlineData("timestamp('2026-01-01T00:00:00Z') < timestamp('2027-01-01T00:00:00Z')")]
    [InlineData("[1].map(i, i + 1) == [2]")]
    public void What_is_not_known_stays_open(string text) => Assert.Same(CelValue.Unknown, Value(text));

    private static object? Value(string text)
    {
        Assert.True(CelExpression.TryParse(text, out var expression, out var problem), problem?.Reason);
        return expression.Evaluate(Known);
    }
}
