using System.Buffers;

namespace HomeOps.Talos.Rules;

/// <summary>Names, labels and taints as Kubernetes and DNS allow them.</summary>
internal static class Names
{
    private static readonly SearchValues<char> Inner = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    /// <summary>Labels of letters, digits and dashes, joined by dots; lower case.</summary>
    public static bool IsDomain(string text) =>
        text.Length is > 0 and <= 253 && text.Split('.').All(static p => IsLabel(p) && !p.Any(char.IsUpper));

    /// <summary>A host name, possibly with a domain.</summary>
    public static bool IsHostname(string text) => text.Length is > 0 and <= 253 && text.Split('.').All(IsLabel);

    /// <summary><c>name</c> or <c>prefix/name</c>.</summary>
    public static bool IsQualified(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 || IsDomain(key[..slash])) && IsName(key[(slash + 1)..]);
    }

    /// <summary>A value of a label; may be empty.</summary>
    public static bool IsLabelValue(string value) => value.Length == 0 || IsName(value);

    /// <summary><c>value:Effect</c> or <c>Effect</c>.</summary>
    public static bool IsTaint(string taint)
    {
        var colon = taint.LastIndexOf(':');
        return taint[(colon + 1)..] is "NoSchedule" or "PreferNoSchedule" or "NoExecute"
            && (colon < 0 || IsLabelValue(taint[..colon]));
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 63
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.AsSpan().IndexOfAnyExcept(Inner) < 0;

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= 63
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
