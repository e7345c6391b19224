using System.Collections.Frozen;
using HomeOps.Text;

namespace HomeOps.Helm.Templates;

/// <summary>A function of templates.</summary>
/// <param name="Least">How many arguments it wants at least.</param>
/// <param name="Most">And at most.</param>
/// <param name="Run">What it does.</param>
internal sealed record TemplateFunction(int Least, int Most, Func<object?[], object?> Run);

/// <summary>The functions of Go's text/template and those of sprig that concern texts, numbers, lists and choices.</summary>
internal static class TemplateFunctions
{
    private static readonly FrozenDictionary<string, TemplateFunction> All = ChoiceFunctions
        .All.Concat(StringFunctions.All)
        .Concat(ListFunctions.All)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Their names, in order.</summary>
    public static IEnumerable<string> Names => All.Keys.Concat(["and", "or"]).Order(StringComparer.Ordinal);

    /// <summary>Runs one.</summary>
    /// <exception cref="TemplateException">There is none of that name, or its arguments do not fit.</exception>
    public static object? Call(string name, object?[] arguments)
    {
        if (!All.TryGetValue(name, out var function))
        {
            var meant = Spelling.Nearest(name, Names);
            throw new TemplateException(
                $"there is no function '{name}'{(meant is null ? "" : $"; did you mean '{meant}'?")}"
            );
        }

        return arguments.Length >= function.Least && arguments.Length <= function.Most
            ? function.Run(arguments)
            : throw new TemplateException($"'{name}' does not take {arguments.Length} arguments");
    }
}
