namespace HomeOps.Flux;

/// <summary>Host names of the Gateway API, where <c>*.example.com</c> stands for one label or more before the domain.</summary>
internal static class Hostname
{
    /// <summary>Whether a listener of one host name serves a route of another; an empty one serves all.</summary>
    public static bool Intersect(string listener, string route) =>
        listener.Length == 0
        || route.Length == 0
        || string.Equals(listener, route, StringComparison.OrdinalIgnoreCase)
        || Covers(listener, route)
        || Covers(route, listener);

    /// <summary>Whether a name can be judged: not when Flux or Helm fills a part of its domain in later.</summary>
    public static bool IsKnown(string name) =>
        !name.Contains("${", StringComparison.Ordinal) && !name.Contains("{{", StringComparison.Ordinal);

    /// <summary>Whether two names can be compared: two different placeholders, or a placeholder and a text, may be the same in the cluster.</summary>
    public static bool AreComparable(string a, string b) =>
        string.Equals(PlaceholderIn(a), PlaceholderIn(b), StringComparison.OrdinalIgnoreCase);

    private static string PlaceholderIn(string name)
    {
        var at = name.IndexOf("placeholder", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : name[at..];
    }

    private static bool Covers(string wildcard, string name) =>
        wildcard.StartsWith("*.", StringComparison.Ordinal)
        && name.Length > wildcard.Length - 1
        && name.EndsWith(wildcard[1..], StringComparison.OrdinalIgnoreCase);
}
