using System.Collections.Frozen;
using HomeOps.Text;

namespace HomeOps.Helm.Templates;

/// <summary>A function of templates.</summary>
/// <param name="Least">How many arguments it wants at least.</param>
/// <param name="Most">And at most.</param>
/// <param name="Run">
/// What it does. Arguments and result are null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, a list
/// or a map of these.
/// </param>
public sealed record TemplateFunction(int Least, int Most, Func<object?[], object?> Run);

/// <summary>The functions of Go's text/template and those of sprig that give the same result each time.</summary>
internal static class TemplateFunctions
{
    private static readonly FrozenDictionary<string, TemplateFunction> All = ChoiceFunctions
        .All.Concat(NumberFunctions.All)
        .Concat(StringFunctions.All)
        .Concat(ListFunctions.All)
        .Concat(MapFunctions.All)
        .Concat(TypeFunctions.All)
        .Concat(EncodingFunctions.All)
        .Concat(PatternFunctions.All)
        .Concat(PathFunctions.All)
        .ToFrozenDictionary(StringComparer.Ordinal);

    // sprig has them; what they give depends on the clock, or nobody asked for it yet.
    private static readonly FrozenSet<string> Unsupported = new[]
    {
        "ago",
        "call",
        "duration",
        "durationRound",
        "mustToDate",
        "toDate",
        "unixEpoch",
        "urlJoin",
        "urlParse",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Runs one.</summary>
    /// <exception cref="TemplateException">There is none of that name, or its arguments do not fit.</exception>
    public static object? Call(string name, object?[] arguments, TemplateOptions options)
    {
        if (Find(name, options) is not { } function)
        {
            throw Unsupported.Contains(name)
                ? new TemplateException($"'{name}' is not supported")
                : Unknown(name, options);
        }

        return arguments.Length >= function.Least && arguments.Length <= function.Most
            ? Bounded(function.Run(arguments))
            : throw new TemplateException($"'{name}' does not take {arguments.Length} arguments");
    }

    private static TemplateFunction? Find(string name, TemplateOptions options) =>
        options.Functions.TryGetValue(name, out var given) ? given
        : options.Withheld.Contains(name) ? null
        : All.GetValueOrDefault(name);

    private static TemplateException Unknown(string name, TemplateOptions options)
    {
        var names = All
            .Keys.Concat(options.Functions.Keys)
            .Concat(["and", "or"])
            .Except(options.Withheld, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var meant = Spelling.Nearest(name, names);
        return new TemplateException(
            $"there is no function '{name}'{(meant is null ? "" : $"; did you mean '{meant}'?")}"
        );
    }

    // A loop that doubles what it has grows beyond any memory within a few rounds.
    private static object? Bounded(object? value) =>
        value switch
        {
            string text => TemplateText.Bounded(text),
            IReadOnlyList<object?> { Count: > ListFunctions.MaxCount } => throw ListFunctions.TooLong(),
            IReadOnlyDictionary<string, object?> { Count: > ListFunctions.MaxCount } => throw ListFunctions.TooLong(),
            _ => value,
        };
}
