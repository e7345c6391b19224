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

    /// <summary>
    /// Secrets that only the cluster has, by name or <c>namespace/name</c>: placeholders stand for their values. Any other Secret that is
    /// missing is an error, as it is for Flux, unless the reference is optional or an object of the tree makes it in the cluster.
    /// </summary>
    public IReadOnlyCollection<string> ClusterSecrets { get; init; } = [];

    /// <summary>Whether every missing Secret counts as one that only the cluster has.</summary>
    public bool AllowsMissingSecrets { get; init; }

    /// <summary>Sources that are the repository itself, by name or <c>namespace/name</c>, whatever they are called.</summary>
    public IReadOnlyCollection<string> OwnSources { get; init; } = [];

    /// <summary>What is done about Kustomizations that no kustomization.yaml lists.</summary>
    public OrphanTreatment Orphans { get; init; }

    /// <summary>Patterns of files to pass over while looking for objects; null to read .krmignore of the root.</summary>
    public IgnorePatterns? Ignore { get; init; }

    /// <summary>More Kustomizations than this are an attack or a mistake.</summary>
    internal int MostKustomizations { get; init; } = 100_000;

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

/// <summary>What is done about Kustomizations in files that no kustomization.yaml lists, which Flux does not apply.</summary>
public enum OrphanTreatment
{
    /// <summary>Nothing: they are not looked for.</summary>
    Ignored,

    /// <summary>A note for each.</summary>
    Reported,

    /// <summary>A note for each, and they are built like the others (without what a parent would patch).</summary>
    Built,
}
