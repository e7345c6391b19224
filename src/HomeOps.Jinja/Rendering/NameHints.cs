using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>Guesses which name was meant.</summary>
internal static class NameHints
{
    private const string Suffix = "' is undefined";

    /// <summary>"did you mean …" for a variable that nobody set, when a similar one is there.</summary>
    public static string? For(JinjaException error, Context context)
    {
        var message = error.Message;
        var isName =
            error.Kind == JinjaErrorKind.Undefined
            && message.StartsWith('\'')
            && message.EndsWith(Suffix, StringComparison.Ordinal);
        return isName ? Nearest(message[1..^Suffix.Length], context.Names()) : null;
    }

    /// <summary>"did you mean …" when one of the names is close.</summary>
    public static string? Nearest(string name, IEnumerable<string> names) =>
        Spelling.Nearest(name, names) is { } nearest ? $"did you mean `{nearest}`?" : null;
}
