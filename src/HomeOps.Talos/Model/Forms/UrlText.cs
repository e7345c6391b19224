namespace HomeOps.Talos.Model;

/// <summary>URLs as Go's <c>net/url</c> takes them apart: kept as written, merged part by part.</summary>
internal static class UrlText
{
    public static string? Normalize(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return null;
            }
        }

        var host = Split(text).Host;
        return text.StartsWith(':') || host.Contains(' ', StringComparison.Ordinal) || !HasPort(host) ? null : text;
    }

    /// <summary>The address after a patch: every part that the patch has takes the place of the old one.</summary>
    public static string Merge(string old, string patch)
    {
        var (a, b) = (Split(old), Split(patch));
        var scheme = Pick(a.Scheme, b.Scheme);
        var host = Pick(a.Host, b.Host);
        var path = Pick(a.Path, b.Path);
        var query = Pick(a.Query, b.Query);
        var fragment = Pick(a.Fragment, b.Fragment);
        return (scheme.Length > 0 ? scheme + ":" : "")
            + (host.Length > 0 ? "//" + host : "")
            + path
            + (query.Length > 0 ? "?" + query : "")
            + (fragment.Length > 0 ? "#" + fragment : "");
    }

    /// <summary>The host without port and brackets; empty when there is none.</summary>
    public static string Host(string url)
    {
        var host = Split(url).Host;
        host = host[(host.LastIndexOf('@') + 1)..];
        if (host.StartsWith('['))
        {
            var end = host.IndexOf(']', StringComparison.Ordinal);
            return end < 0 ? host[1..] : host[1..end];
        }

        var colon = host.LastIndexOf(':');
        return colon < 0 ? host : host[..colon];
    }

    public static string Scheme(string url) => Split(url).Scheme;

    public static string Path(string url) => Split(url).Path;

    private static string Pick(string old, string patch) => patch.Length > 0 ? patch : old;

    private static bool HasPort(string host)
    {
        var end = host.LastIndexOf(']');
        var colon = host.LastIndexOf(':');
        return colon <= end || host.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static (string Scheme, string Host, string Path, string Query, string Fragment) Split(string url)
    {
        var fragment = Cut(ref url, '#');
        var query = Cut(ref url, '?');
        var scheme = "";
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOf('/') < 0)
        {
            (scheme, url) = (url[..colon], url[(colon + 1)..]);
        }

        if (!url.StartsWith("//", StringComparison.Ordinal))
        {
            return (scheme, "", url, query, fragment);
        }

        var slash = url.IndexOf('/', 2);
        return slash < 0
            ? (scheme, url[2..], "", query, fragment)
            : (scheme, url[2..slash], url[slash..], query, fragment);
    }

    private static string Cut(ref string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        if (index < 0)
        {
            return "";
        }

        var cut = text[(index + 1)..];
        text = text[..index];
        return cut;
    }
}
