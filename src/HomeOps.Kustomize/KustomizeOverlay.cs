using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// What a Flux Kustomization changes about the kustomization at its path before it is built (flux.md 2.3). Patches and components come
/// behind the kustomization's own; an image entry of the same name is overridden; everything else replaces.
/// </summary>
public sealed record KustomizeOverlay
{
    /// <summary>Nothing: the kustomization is built as it is.</summary>
    public static KustomizeOverlay None { get; } = new();

    /// <summary>
    /// Whether Flux builds, which takes a file without resources for granted. All mistakes are then reported, and what is right is still
    /// built, so that one missing file hides no Kustomization.
    /// </summary>
    public bool IsFlux { get; init; }

    /// <summary>
    /// Files and folders to build instead of what the folder's kustomization file says, relative to the folder; null for the file.
    /// </summary>
    public IReadOnlyList<LocatedText>? Resources { get; init; }

    /// <summary>What asked for <see cref="Resources"/>; where findings about them as a whole are placed.</summary>
    public Location ResourcesAt { get; init; } = Location.OfFile("kustomization.yaml");

    /// <summary>The namespace of all objects; empty for that of the file.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>What goes before all names; empty for what the file says.</summary>
    public string NamePrefix { get; init; } = "";

    /// <summary>What goes behind all names; empty for what the file says.</summary>
    public string NameSuffix { get; init; } = "";

    /// <summary>Components, relative to the folder.</summary>
    public IReadOnlyList<LocatedText> Components { get; init; } = [];

    /// <summary>Whether components that do not exist are passed over.</summary>
    public bool IgnoresMissingComponents { get; init; }

    /// <summary>The build metadata to write; empty for what the file says.</summary>
    public IReadOnlyList<LocatedText> BuildMetadata { get; init; } = [];

    internal IReadOnlyList<PatchArguments> Patches { get; init; } = [];

    internal IReadOnlyList<ImageArguments> Images { get; init; } = [];

    /// <summary>This overlay with the <c>patches</c> and <c>images</c> of a map, which are written as in a kustomization file.</summary>
    /// <param name="spec">The map.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="findings">Gets the mistake that keeps them from being read.</param>
    public KustomizeOverlay WithPatchesAndImages(MapNode spec, Location at, ICollection<Diagnostic> findings)
    {
        try
        {
            var fields = new FieldReader(spec, at.Source, "spec", []);
            return this with
            {
                Patches = PatchArguments.ReadAll(fields, "patches"),
                Images = ImageArguments.ReadAll(fields, "images"),
            };
        }
        catch (KustomizeException mistake)
        {
            findings.Add(mistake.Diagnostic);
            return this;
        }
    }

    /// <summary>The kustomization of the loader's folder with the changes in it.</summary>
    internal Kustomization Apply(Loader loader, ICollection<Diagnostic> warnings)
    {
        var file = Made() ?? KustomizationFile.Load(loader, null, warnings, IsFlux);
        return !IsFlux ? file : Apply(loader, WithoutComplaint(file));
    }

    // Flux gives a folder without anything to build a placeholder, lest kustomize calls it empty.
    private Kustomization? Made() =>
        Resources is null
            ? null
            : new Kustomization
            {
                File = "kustomization.yaml",
                At = ResourcesAt,
                Resources = Resources,
                Namespace = Resources.Count > 0 ? "" : "_placeholder",
            };

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
