using System.Buffers;
using System.Text.RegularExpressions;

namespace HomeOps.Sops.Selecting;

/// <summary>
/// An expression of a rule, ready to search. The usual form <c>^(data|stringData)$</c> needs no regular expression engine, whose first
/// use costs more than encrypting a whole repository.
/// </summary>
internal abstract class KeyPattern
{
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\.+*?()|[]{}^$");

    /// <summary>Whether the expression finds something anywhere in a text.</summary>
    public abstract bool IsMatch(string text);

    /// <summary>Prepares a Go (RE2) expression; one that Go would refuse never matches, as in SOPS's metadata.</summary>
    public static KeyPattern Compile(string pattern) => TryCompile(pattern, out _) ?? new Words([], false);

    /// <summary>Prepares a Go (RE2) expression; null with the reason when Go would refuse it.</summary>
    public static KeyPattern? TryCompile(string pattern, out string reason)
    {
        reason = "";
        if (TryPlain(pattern) is { } plain)
        {
            return plain;
        }

        return Re2.Translate(pattern, out reason) is { } regex ? new Engine(regex) : null;
    }

    private static Words? TryPlain(string pattern)
    {
        if (!pattern.AsSpan().ContainsAny(Special))
        {
            return new Words([pattern], false);
        }

        if (pattern.StartsWith("^(", StringComparison.Ordinal) && pattern.EndsWith(")$", StringComparison.Ordinal))
        {
            var inside = pattern[2..^2].Split('|');
            return Array.TrueForAll(inside, static w => !w.AsSpan().ContainsAny(Special))
                ? new Words(inside, true)
                : null;
        }

        return null;
    }

    private sealed class Words(string[] words, bool whole) : KeyPattern
    {
        public override bool IsMatch(string text) =>
            Array.Exists(
                words,
                w =>
                    whole
                        ? string.Equals(w, text, StringComparison.Ordinal)
                        : text.Contains(w, StringComparison.Ordinal)
            );
    }

    private sealed class Engine(Regex regex) : KeyPattern
    {
        public override bool IsMatch(string text) => regex.IsMatch(text);
    }
}
