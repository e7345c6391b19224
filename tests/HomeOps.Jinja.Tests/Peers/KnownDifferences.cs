using System.Text.RegularExpressions;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>
/// Where this engine cannot or should not answer as Jinja2 3.1 on Python 3.11; each has a name, by which the run counts it.
/// What later Pythons and MarkupSafes answer otherwise is repaired in the peer instead (jinja2_peer.py).
/// </summary>
internal static partial class KnownDifferences
{
    /// <summary>The name of the reason, null when the engines should agree.</summary>
    public static string? Reason(PeerOutcome theirs, PeerOutcome ours) =>
        // Objects have no address here; all else in the text or message is the same.
        WithoutAddresses(theirs) == ours
            ? "addresses of objects"
        // Python goes on until its memory ends, or for minutes, where this engine has limits.
        : theirs.Error is "MemoryError" or "Slow" || ours.Error is "LimitExceeded" ? "limits"
        // Both stop, at other depths and in other words.
        : theirs.Error is "RecursionError" && ours.Error is "RecursionError" ? "limits"
        // A bug of Jinja2: it writes constants into Python source, where inf and nan are names.
        : theirs is { Error: "NameError", Message: "name 'inf' is not defined" or "name 'nan' is not defined" }
            ? "constants that Python cannot write"
        // An unknown filter in an if is a Python function without keywords, whose name is the compiler's.
        : theirs is { Error: "TypeError", Message: { } words }
        && UnknownFilter().IsMatch(words)
        && ours is { Error: "TemplateRuntimeError", Message: { } name }
        && name.StartsWith("No ", StringComparison.Ordinal)
        && name.EndsWith(" found.", StringComparison.Ordinal)
            ? "keywords of unknown filters"
        // The root of a negative number.
        : ours is { Error: not null, Message: { } message }
        && message.EndsWith("which templates do not have", StringComparison.Ordinal)
            ? "complex numbers"
        : theirs
            is {
                Error: "UndefinedError",
                Message: "'int object' has no attribute 'is_integer'" or "'bool object' has no attribute 'is_integer'"
            }
            ? "what is new in Python 3.12"
        : null;

    private static PeerOutcome WithoutAddresses(PeerOutcome outcome) =>
        outcome with
        {
            Text = outcome.Text is null ? null : Address().Replace(outcome.Text, ""),
            Message = outcome.Message is null ? null : Address().Replace(outcome.Message, ""),
        };

    [GeneratedRegex(@"<locals>\.t_\d+\(\) got an unexpected keyword argument '\w+'$")]
    private static partial Regex UnknownFilter();

    [GeneratedRegex(" at 0x[0-9a-f]{6,}")]
    private static partial Regex Address();
}
