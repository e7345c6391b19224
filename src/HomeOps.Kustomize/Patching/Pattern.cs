using System.Buffers;
using System.Text.RegularExpressions;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>A regular expression for a whole text. Patterns without special characters, the usual case, are compared as they are.</summary>
internal readonly struct Pattern
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\.+*?()|[]{}^$");

    private readonly string? literal;
    private readonly Regex? regex;

    private Pattern(string? literal, Regex? regex) => (this.literal, this.regex) = (literal, regex);

    /// <summary>The pattern; an empty one matches everything.</summary>
    public static Pattern Of(string pattern, Location at) =>
        pattern.Length == 0 ? default
        : pattern.AsSpan().ContainsAny(Special) ? new Pattern(null, Compile($@"\A(?:{pattern})\z", pattern, at))
        : new Pattern(pattern, null);

    /// <summary>An expression that is searched for anywhere in a text.</summary>
    public static Regex Search(string pattern, Location at) => Compile(pattern, pattern, at);

    public static bool IsLiteral(string pattern) => !pattern.AsSpan().ContainsAny(Special);

    public bool Matches(string text) => literal is null ? regex?.IsMatch(text) ?? true : text == literal;

    // The engine without backtracking takes time in proportion to the text, whatever the pattern.
    private static Regex Compile(string pattern, string shown, Location at)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new KustomizeException(KustomizeDiagnostics.BadPattern(shown, at));
        }
    }
}
