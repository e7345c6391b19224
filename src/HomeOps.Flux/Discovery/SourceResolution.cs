namespace HomeOps.Flux;

/// <summary>
/// Decides whether a source is the repository itself (flux.md 1.2 Discovery 5): GitRepository flux-system/flux-system always is, so is one
/// with the URL of a git remote, and one that no object of the tree describes is taken to be.
/// </summary>
internal sealed class SourceResolution(ObjectIndex index, FluxOptions options)
{
    /// <summary>The source that bootstrapping makes.</summary>
    public static readonly ObjectKey Own = new("GitRepository", "flux-system", "flux-system");

    private readonly HashSet<string> remotes = [.. options.Remotes.Select(Canonical)];

    public SourceVerdict Judge(FluxKustomization ks)
    {
        if (
            ks.Source is not { } source
            || source.Key == Own
            || options.OwnSources.Contains(source.Name)
            || options.OwnSources.Contains($"{source.Namespace}/{source.Name}")
        )
        {
            return SourceVerdict.Here;
        }

        return index.Find(source.Key) is not { } found ? SourceVerdict.Unknown
            : source.Kind == "GitRepository" && remotes.Contains(Canonical(UrlOf(found))) ? SourceVerdict.Here
            : SourceVerdict.Elsewhere;
    }

    /// <summary>Where a source fetches from, for people; the kind when the object has no URL.</summary>
    public string UrlOf(SourceReference source) =>
        index.Find(source.Key) is { } found && UrlOf(found) is { Length: > 0 } url ? url : source.Kind;

    private static string UrlOf(Kustomize.KustomizeResource source) => source.Root.Map("spec")?.Text("url") ?? "";

    // git@host:owner/name.git, ssh://git@host/owner/name and https://host/owner/name are the same repository.
    private static string Canonical(string url)
    {
        var text = url.Trim().TrimEnd('/').ToLowerInvariant();
        text = text.EndsWith(".git", StringComparison.Ordinal) ? text[..^4] : text;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text.Replace(':', '/') : text[(scheme + 3)..];
        return text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..];
    }
}
