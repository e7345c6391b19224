using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// What a Flux Kustomization changes about the kustomization at its path before it is built (flux.md 2.3). Patches and components come
/// behind the kustomization's own; an image entry of the same name is overridden; everything else replaces.
/// </summary>
internal sealed record KustomizeOverlay
{
    public static KustomizeOverlay None { get; } = new();

    /// <summary>
    /// Whether Flux builds, which takes a file without resources for granted. All mistakes are then reported, and what is right is still
    /// built, so that one missing file hides no Kustomization.
    /// </summary>
    public bool IsFlux { get; init; }

    /// <summary>A kustomization to take instead of the folder's file; null for the file.</summary>
    public Kustomization? Base { get; init; }

    public string Namespace { get; init; } = "";

    public string NamePrefix { get; init; } = "";

    public string NameSuffix { get; init; } = "";

    public IReadOnlyList<PatchArguments> Patches { get; init; } = [];

    public IReadOnlyList<LocatedText> Components { get; init; } = [];

    /// <summary>Whether components that do not exist are passed over.</summary>
    public bool IgnoresMissingComponents { get; init; }

    public IReadOnlyList<ImageArguments> Images { get; init; } = [];

    public IReadOnlyList<LocatedText> BuildMetadata { get; init; } = [];

    /// <summary>The kustomization of the loader's folder with the changes in it.</summary>
    public Kustomization Apply(Loader loader, ICollection<Diagnostic> warnings)
    {
        var file = Base ?? KustomizationFile.Load(loader, null, warnings, IsFlux);
        return !IsFlux ? file : Apply(loader, WithoutComplaint(file));
    }

    private Kustomization Apply(Loader loader, Kustomization file) =>
        file with
        {
            Namespace = Namespace.Length > 0 ? Namespace : file.Namespace,
            NamePrefix = NamePrefix.Length > 0 ? NamePrefix : file.NamePrefix,
            NameSuffix = NameSuffix.Length > 0 ? NameSuffix : file.NameSuffix,
            Patches = Patches.Count > 0 ? [.. file.Patches, .. Patches] : file.Patches,
            Components = Components.Count > 0 ? [.. file.Components, .. Present(loader)] : file.Components,
            Images = Images.Count > 0 ? Merge(file.Images) : file.Images,
            BuildMetadata = BuildMetadata.Count > 0 ? BuildMetadata : file.BuildMetadata,
        };

    // Flux asks for origins where a file lists no resources, lest kustomize calls it empty. Objects of its components then show them.
    private static Kustomization WithoutComplaint(Kustomization file) =>
        file.Resources.Count > 0 ? file : file with { BuildMetadata = [new LocatedText("originAnnotations", file.At)] };

    private IEnumerable<LocatedText> Present(Loader loader) =>
        IgnoresMissingComponents ? Components.Where(c => loader.Exists(c.Text, c.At)) : Components;

    // newTag and digest override as one, and only when one of them is set.
    private List<ImageArguments> Merge(IReadOnlyList<ImageArguments> own)
    {
        var merged = new List<ImageArguments>(own);
        foreach (var image in Images)
        {
            var i = merged.FindIndex(m => m.Name == image.Name);
            if (i < 0)
            {
                merged.Add(image);
                continue;
            }

            var setsVersion = image.NewTag.Length > 0 || image.Digest.Length > 0;
            merged[i] = merged[i] with
            {
                NewName = image.NewName.Length > 0 ? image.NewName : merged[i].NewName,
                NewTag = setsVersion ? image.NewTag : merged[i].NewTag,
                Digest = setsVersion ? image.Digest : merged[i].Digest,
            };
        }

        return merged;
    }
}
