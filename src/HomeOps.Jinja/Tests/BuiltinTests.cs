using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>Jinja2's own tests by name.</summary>
internal static class BuiltinTests
{
    /// <summary>All names, for suggestions.</summary>
    public static IReadOnlyList<string> Names =>
        [
            "boolean",
            "callable",
            "defined",
            "divisibleby",
            "eq",
            "equalto",
            "escaped",
            "even",
            "false",
            "filter",
            "float",
            "ge",
            "greaterthan",
            "gt",
            "in",
            "integer",
            "iterable",
            "le",
            "lessthan",
            "lower",
            "lt",
            "mapping",
            "ne",
            "none",
            "number",
            "odd",
            "sameas",
            "sequence",
            "string",
            "test",
            "true",
            "undefined",
            "upper",
        ];

    /// <summary>The test of that name, null when Jinja2 has none.</summary>
    public static Test? Find(string name) =>
        name switch
        {
            "boolean" => TypeTests.Boolean,
            "callable" => TypeTests.Callable,
            "defined" => TypeTests.Defined,
            "divisibleby" => NumberTests.DivisibleBy,
            "eq" or "==" or "equalto" => ComparisonTests.Equal,
            "escaped" => TypeTests.Escaped,
            "even" => NumberTests.Even,
            "false" => TypeTests.False,
            "filter" => RegistryTests.Filter,
            "float" => TypeTests.Float,
            "ge" or ">=" => ComparisonTests.GreaterOrEqual,
            "gt" or ">" or "greaterthan" => ComparisonTests.Greater,
            "in" => ComparisonTests.In,
            "integer" => TypeTests.Integer,
            "iterable" => TypeTests.Iterable,
            "le" or "<=" => ComparisonTests.LessOrEqual,
            "lower" => TextTests.Lower,
            "lt" or "<" or "lessthan" => ComparisonTests.Less,
            "mapping" => TypeTests.Mapping,
            "ne" or "!=" => ComparisonTests.NotEqual,
            "none" => TypeTests.None,
            "number" => TypeTests.Number,
            "odd" => NumberTests.Odd,
            "sameas" => ComparisonTests.SameAs,
            "sequence" => TypeTests.Sequence,
            "string" => TypeTests.String,
            "test" => RegistryTests.Test,
            "true" => TypeTests.True,
            "undefined" => TypeTests.Undefined,
            "upper" => TextTests.Upper,
            _ => null,
        };
}
