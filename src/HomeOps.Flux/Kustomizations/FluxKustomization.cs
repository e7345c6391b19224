using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>A Flux Kustomization (<c>kustomize.toolkit.fluxcd.io</c>) as its parent applies it: patched, substituted, with its namespace.</summary>
public sealed record FluxKustomization
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the object stands in the repository.</summary>
    public required Location At { get; init; }

    /// <summary><c>spec.path</c> as written.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where <c>spec.path</c> stands.</summary>
    public required Location PathAt { get; init; }

    /// <summary>Where the files come from; null when the object does not say.</summary>
    public SourceReference? Source { get; init; }

    /// <summary>What has to be ready first.</summary>
    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];

    /// <summary>Whether Flux leaves it alone.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Whether objects that are no longer built are deleted.</summary>
    public bool Prunes { get; init; }

    /// <summary><c>postBuild.substitute</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Substitute { get; init; } = [];

    /// <summary><c>postBuild.substituteFrom</c>.</summary>
    public IReadOnlyList<SubstituteReference> SubstituteFrom { get; init; } = [];

    /// <summary>Whether substitution takes place without any variable (<c>substituteStrategy: Always</c>).</summary>
    public bool SubstitutesAlways { get; init; }

    /// <summary>Name of the Secret with the keys of encrypted objects; empty when <c>decryption</c> names none; null when the object has no <c>decryption</c>.</summary>
    public string? DecryptionSecret { get; init; }

    /// <summary>Where the Secret with the keys is named; null for the Kustomization that stands for the entry.</summary>
    internal Location? DecryptionAt { get; init; }

    /// <summary><c>namespace/name</c>.</summary>
    public string Id => $"{Namespace}/{Name}";

    /// <summary>The folder below the root of the repository; null when the path leads out.</summary>
    public string? Folder => Files.TreePath.Normalize(Path.TrimStart('/'));

    /// <summary>The object; null for the one that stands for the entry.</summary>
    public KustomizeResource? Object { get; init; }

    /// <summary>The object as compact JSON with ordered keys; null for the one that stands for the entry.</summary>
    public string? ToJson() => Object?.ToJson();

    internal KustomizeOverlay Overlay { get; init; } = new() { IsFlux = true };

    internal IReadOnlyList<KeyValuePair<string, string>> CommonLabels { get; init; } = [];

    internal IReadOnlyList<KeyValuePair<string, string>> CommonAnnotations { get; init; } = [];

    internal ObjectKey Key => new(FluxKind.Kustomization, Namespace, Name);
}
