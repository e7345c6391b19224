using System.Text.RegularExpressions;

namespace HomeOps.Kustomize;

/// <summary>
/// A reference to another machine, in the forms that kustomize documents ("remote targets"): <c>https://host/owner/repo//folder?ref=v1</c>,
/// <c>git@host:owner/repo//folder</c>, <c>github.com/owner/repo/folder</c>, <c>git::</c> before any of them, <c>file://</c>, or the address of a file.
/// </summary>
internal sealed partial record RemoteReference
{
    private static readonly string[] Forges = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"];
    private static readonly string[] Schemes = ["https://", "http://", "ssh://", "file://"];

    private RemoteReference() { }

    /// <summary>The address of a single file, or null.</summary>
    public Uri? File { get; private init; }

    /// <summary>The repository, or null.</summary>
    public RemoteRepository? Repository { get; private init; }

    /// <summary>The folder in the repository.</summary>
    public string Folder { get; private init; } = "";

    /// <summary>Whether kustomize would fetch this: a URL, or the short forms of git hosts.</summary>
    public static bool IsRemote(string path) =>
        path.Contains("://", StringComparison.Ordinal)
        || path.StartsWith("git::", StringComparison.Ordinal)
        || path.StartsWith("git@", StringComparison.Ordinal)
        || path.StartsWith("github.com/", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("github.com:", StringComparison.OrdinalIgnoreCase)
        || path.Contains("?ref=", StringComparison.Ordinal);

    /// <summary>What a reference means; null for one that is none of the forms.</summary>
    public static RemoteReference? Parse(string text)
    {
        var isGit = text.StartsWith("git::", StringComparison.Ordinal);
        var (address, query) = SplitQuery(isGit ? text["git::".Length..] : text);
        if (SplitHost(address) is not var (host, path) || path.Length == 0)
        {
            return null;
        }

        var revision = query.GetValueOrDefault("ref") ?? query.GetValueOrDefault("version") ?? "";
        var isWeb = host.StartsWith("http", StringComparison.Ordinal);
        if (SplitRepository(host, path) is var (repository, folder))
        {
            // A revision goes to git as a word of its own: nothing in it may look like an option.
            return Revision().IsMatch(revision)
                ? new RemoteReference
                {
                    Repository = new RemoteRepository(host + repository, revision),
                    Folder = folder.Trim('/'),
                }
                : null;
        }

        if (isWeb && !isGit && query.Count == 0)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url) ? new RemoteReference { File = url } : null;
        }

        return Revision().IsMatch(revision)
            ? new RemoteReference { Repository = new RemoteRepository(host + path, revision) }
            : null;
    }

    /// <summary>A text without the user name and password of the URLs in it.</summary>
    public static string WithoutPassword(string text) => Password().Replace(text, "$1***@");

    private static (string Address, Dictionary<string, string> Query) SplitQuery(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        foreach (var pair in mark < 0 ? [] : text[(mark + 1)..].Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            values[equals < 0 ? pair : pair[..equals]] = equals < 0 ? "" : pair[(equals + 1)..];
        }

        return (mark < 0 ? text : text[..mark], values);
    }

    // What git needs before the path of the repository, and that path.
    private static (string Host, string Path)? SplitHost(string address)
    {
        foreach (var scheme in Schemes)
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                var slash = address.IndexOf('/', scheme.Length);
                return slash < 0 ? null : (scheme + address[scheme.Length..(slash + 1)], address[(slash + 1)..]);
            }
        }

        if (address.StartsWith("github.com", StringComparison.OrdinalIgnoreCase))
        {
            return ("https://github.com/", address["github.com/".Length..]);
        }

        return Scp().Match(address) is { Success: true } scp ? (scp.Groups[1].Value, scp.Groups[2].Value) : null;
    }

    // Where the path of the repository ends: at "//", behind ".git", or behind owner and name on hosts that have no deeper ones.
    private static (string Repository, string Folder)? SplitRepository(string host, string path)
    {
        if (path.IndexOf("//", StringComparison.Ordinal) is var two and >= 0)
        {
            return (path[..two], path[(two + 2)..]);
        }

        if (RepositoryName().Match(path) is { Success: true } named)
        {
            return (named.Groups[1].Value, named.Groups[2].Value);
        }

        if (!Array.Exists(Forges, forge => host.Contains(forge, StringComparison.OrdinalIgnoreCase)))
        {
            return host.StartsWith("http", StringComparison.Ordinal) ? null : (path, "");
        }

        var parts = path.Split('/', 3);
        return parts.Length < 2 ? null : ($"{parts[0]}/{parts[1]}", parts.Length == 3 ? parts[2] : "");
    }

    [GeneratedRegex(@"\A(|[A-Za-z0-9_][A-Za-z0-9_./+-]*)\z")]
    private static partial Regex Revision();

    [GeneratedRegex(@"\A([A-Za-z0-9_.-]+@[A-Za-z0-9_.-]+:)([^:]*)\z")]
    private static partial Regex Scp();

    [GeneratedRegex(@"\A(.*?(?:\.git|_git/[^/]+))(?:/(.*))?\z")]
    private static partial Regex RepositoryName();

    [GeneratedRegex(@"([a-z+]+://)[^/@\s]+@", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
