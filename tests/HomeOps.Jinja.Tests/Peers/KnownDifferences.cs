using System.Net;
using System.Text.RegularExpressions;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>Where this engine means to answer otherwise than Jinja2 3.1.2 on Python 3.11; each has a name, by which the run counts it.</summary>
internal static partial class KnownDifferences
{
    /// <summary>The name of the reason, null when the engines should agree.</summary>
    public static string? Reason(PeerCase given, PeerOutcome theirs, PeerOutcome ours)
    {
        var text = theirs.Text ?? theirs.Message ?? "";
        return Address().IsMatch(text) ? "addresses of objects"
            // Jinja2 escapes constants as the text around an autoescape says whose value only rendering tells.
            : ours.Text is not null
            && WebUtility.HtmlDecode(theirs.Text) == WebUtility.HtmlDecode(ours.Text)
            && Sources(given).Contains("autoescape", StringComparison.Ordinal)
                ? "constants inside an autoescape that is computed"
            : theirs.Error is "MemoryError" or "Slow" || ours.Error is "LimitExceeded" ? "limits"
            // Jinja2 folds constants into source code, where inf and nan are names.
            : theirs.Error is "RecursionError" && ours.Error is "RecursionError" ? "limits"
            : theirs is { Error: "NameError", Message: "name 'inf' is not defined" or "name 'nan' is not defined" }
                ? "constants that Python cannot write"
            // Jinja2 folds a slice of constants by looking up an item, which is undefined when it fails.
            : theirs.Message?.StartsWith("unhashable type", StringComparison.Ordinal) == true
                ? "keys of constant dicts, refused while compiling"
            : IsFailedSlice(ours) ? "slices of constants that fail"
            : ours.Message?.EndsWith("which templates do not have", StringComparison.Ordinal) == true
                ? "complex numbers"
            : given.Options.Undefined is "strict" && Sources(given).Contains("autoescape", StringComparison.Ordinal)
                ? "autoescape of an undefined value"
            : theirs.Error is "TypeError"
            && ours.Error is "TypeError"
            && Arity().IsMatch(text)
            && Arity().IsMatch(ours.Message ?? "")
                ? "Python 3.11's words about the number of arguments"
            : theirs.Error == ours.Error && PlainText(text) == PlainText(ours.Message ?? "")
                ? "Markup for str in messages"
            : MarkupMethods().IsMatch(Sources(given)) ? "what only MarkupSafe 2 escapes"
            : Generators().IsMatch(Sources(given)) ? "include without context inside a macro or recursive loop"
            : text is "'int object' has no attribute 'is_integer'" or "'bool object' has no attribute 'is_integer'"
                ? "what is new in Python 3.12"
            : text.EndsWith("object cannot be interpreted as an integer", StringComparison.Ordinal)
            && Flags().IsMatch(Sources(given))
                ? "what Python 3.11 takes as bool"
            : null;
    }

    private static bool IsFailedSlice(PeerOutcome ours) =>
        ours.Message is { } message
        && (
            message.StartsWith("slice indices", StringComparison.Ordinal)
            || message.EndsWith("is not subscriptable", StringComparison.Ordinal)
        );

    private static string Sources(PeerCase given) => string.Concat(given.Files.Values);

    private static string PlainText(string message) =>
        Markup().Replace(message, "$1").Replace("Markup", "str", StringComparison.Ordinal);

    [GeneratedRegex(@"Markup\(('[^']*')\)")]
    private static partial Regex Markup();

    // MarkupSafe 3, which Jinja2 is installed with today, takes what is looked for as it is.
    [GeneratedRegex(
        @"(safe|escape|\be\b|xmlattr|tojson|urlize|autoescape).*\.(r?partition|[lr]?strip|replace|r?split|translate|[lr]just|center|join|zfill|expandtabs|remove(pre|suf)fix|casefold)\("
    )]
    private static partial Regex MarkupMethods();

    // Jinja2 makes a generator of the macro then, whose text is never asked for (pallets/jinja, visit_Include).
    [GeneratedRegex(@"(?s)(macro|call|recursive|filter|set \w+[^=]*%}).*without context")]
    private static partial Regex Generators();

    [GeneratedRegex(" at 0x[0-9a-f]{6,}")]
    private static partial Regex Address();

    // Functions written in Python keep their words.
    [GeneratedRegex(
        @"^(?!do_|sync_do_|test_|macro )[\w.]+(\(\))? (takes|got|expected|missing|needs)|^'\w+' is an invalid keyword"
    )]
    private static partial Regex Arity();

    [GeneratedRegex(@"[.|](splitlines|sort|dictsort)\(")]
    private static partial Regex Flags();
}
