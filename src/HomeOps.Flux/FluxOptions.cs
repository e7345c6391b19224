using HomeOps.Sops;

namespace HomeOps.Flux;

/// <summary>How a tree is built. The defaults are those of Flux 2.9.</summary>
public sealed record FluxOptions
{
    /// <summary>Whether a variable that nothing defines is an error, as since Flux 2.9; otherwise it is empty.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>What stands for values that are encrypted or only known in the cluster.</summary>
    public PlaceholderStyle Placeholders { get; init; } = PlaceholderStyle.DnsSafe;

    /// <summary>
    /// SECRET. Opens encrypted Secrets, so that their real values are substituted. Objects then hold decrypted values wherever a variable
    /// brought one: whoever prints them decides so. Null for placeholders.
    /// </summary>
    public SopsKeyRing? Keys { get; init; }

    /// <summary>URLs of the repository's git remotes: a GitRepository with one of them is the repository itself.</summary>
    public IReadOnlyCollection<string> Remotes { get; init; } = [];

    /// <summary>Whether Kustomizations that no kustomization.yaml lists are built as well.</summary>
    public bool PromotesOrphans { get; init; }

    /// <summary>Patterns of files to pass over while looking for objects, as in .krmignore; null to read .krmignore of the root.</summary>
    public string? Ignore { get; init; }

    /// <summary>How many Kustomizations are built at once; 0 for one on each core.</summary>
    public int Parallelism { get; init; }
}

/// <summary>The text that stands for a secret value.</summary>
public enum PlaceholderStyle
{
    /// <summary><c>placeholder-secret-domain</c>: valid in host names, labels and names, so that schemas still hold.</summary>
    DnsSafe,

    /// <summary><c>..PLACEHOLDER_SECRET_DOMAIN..</c>, as flux-local and flate write it.</summary>
    Marked,
}
