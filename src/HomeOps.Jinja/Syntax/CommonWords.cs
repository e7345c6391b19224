using System.Collections.Frozen;
using HomeOps.Jinja.Filters;
using HomeOps.Jinja.Tests;

namespace HomeOps.Jinja.Syntax;

/// <summary>The words that templates are full of: one string of each serves all templates.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet
        .Create(
            StringComparer.Ordinal,
            [
                .. BuiltinFilters.Names,
                .. BuiltinTests.Names,
                .. Parser.Tags,
                "elif",
                "else",
                "endif",
                "endfor",
                "endset",
                "endmacro",
                "endblock",
                "in",
                "is",
                "not",
                "and",
                "or",
                "true",
                "false",
                "loop",
                "index",
                "name",
            ]
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text as a string.</summary>
    public static string Text(ReadOnlySpan<char> word) =>
        Words.TryGetValue(word, out var common) ? common : word.ToString();
}
