using System.Collections;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Benchmarks.Trees;

/// <summary>
/// What the templates of a home-ops tree call and the other engines do not have, over plain .NET values. The functions and filters of the
/// plugin are homeops' own, called each time a template calls them.
/// </summary>
internal sealed class TreeFunctions(JinjaOptions options)
{
    private readonly Native context = new(options);

    /// <summary>The plugin's filters and functions by name; a function without arguments is given an empty string.</summary>
    public IEnumerable<(string Name, Func<object?, object?[], object?> Body)> Plugin =>
        [
            .. options.Filters.Select(f =>
                (
                    f.Key,
                    (Func<object?, object?[], object?>)(
                        (input, arguments) =>
                            Plain(f.Value(context, Of(input), CallArguments.Of([.. arguments.Select(Of)])))
                    )
                )
            ),
            .. options
                .Globals.Where(static g => g.Value.AsObject is PyFunction)
                .Select(g =>
                    (
                        g.Key,
                        (Func<object?, object?[], object?>)(
                            (input, _) =>
                                Plain(
                                    context.Call(
                                        g.Value,
                                        input is "" ? CallArguments.None : CallArguments.Of(Of(input))
                                    )
                                )
                        )
                    )
                ),
        ];

    /// <summary>The data that the templates see.</summary>
    public IEnumerable<(string Name, object? Value)> Variables =>
        options
            .Globals.Where(static g => g.Value.AsObject is not PyFunction)
            .Select(static g => (g.Key, Plain(g.Value)));

    /// <summary>Python's truth.</summary>
    public static bool Truth(object? value) =>
        value switch
        {
            null or false or "" or 0L or 0 or 0m or 0d => false,
            ICollection list => list.Count != 0,
            _ => true,
        };

    /// <summary>Jinja's indent without its first and its blank lines.</summary>
    public static string Indent(string text, int width)
    {
        var lines = text.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            lines[i] = lines[i].Length == 0 ? "" : new string(' ', width) + lines[i];
        }

        return string.Join('\n', lines);
    }

    private static object? Plain(Value value) =>
        value.Kind switch
        {
            _ when value.AsText is { } text => text,
            ValueKind.Bool => value.AsBool,
            ValueKind.Int => value.AsInt64,
            ValueKind.Float => value.AsDouble,
            _ when value.As<PyList>() is { } list => Enumerable
                .Range(0, list.Count)
                .Select(i => Plain(list[i]))
                .ToList(),
            _ when value.As<PyDict>() is { } dict => dict.Entries.ToDictionary(
                static e => PyText.Str(e.Key),
                static e => Plain(e.Value),
                StringComparer.Ordinal
            ),
            _ when value.IsNone || value.IsUndefined => null,
            _ => throw new NotSupportedException($"{value.Kind} for another engine"),
        };

    private static Value Of(object? value) =>
        value switch
        {
            string text => text,
            bool truth => truth,
            decimal or int or long => Convert.ToInt64(value, null),
            _ => throw new NotSupportedException($"{value?.GetType().Name} from another engine"),
        };

    private sealed class Native(JinjaOptions options) : EvaluationContext
    {
        public override UndefinedMode UndefinedMode => options.Undefined;

        public override Limits Limits => options.Limits;

        public override int NextRandom(int bound) => options.NextRandom(bound);

        public override Filter? FindFilter(string name) => options.Filters.GetValueOrDefault(name);

        public override Test? FindTest(string name) => options.Tests.GetValueOrDefault(name);
    }
}
