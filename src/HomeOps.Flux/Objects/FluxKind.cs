using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>Tells the objects that Flux itself reads.</summary>
internal static class FluxKind
{
    public const string Kustomization = "Kustomization";
    public const string HelmRelease = "HelmRelease";

    public static bool IsKustomization(KustomizeResource o) =>
        o.Kind == Kustomization && IsOf(o, "kustomize.toolkit.fluxcd.io/");

    public static bool IsHelmRelease(KustomizeResource o) =>
        o.Kind == HelmRelease && IsOf(o, "helm.toolkit.fluxcd.io/");

    /// <summary>Whether the object is something that Kustomizations or charts are fetched from.</summary>
    public static bool IsSource(KustomizeResource o) =>
        IsOf(o, "source.toolkit.fluxcd.io/") || o.Kind == "ExternalArtifact" && IsOf(o, "source.extensions.fluxcd.io/");

    public static bool IsResourceSet(KustomizeResource o) =>
        o.Kind is "ResourceSet" or "ResourceSetInputProvider" && IsOf(o, "fluxcd.controlplane.io/");

    /// <summary>Whether the object holds values that others refer to.</summary>
    public static bool HoldsValues(KustomizeResource o) => o.Kind is "ConfigMap" or "Secret" && o.ApiVersion == "v1";

    /// <summary>Whether the object configures a build and is never applied.</summary>
    public static bool IsBuildConfiguration(KustomizeResource o) => IsOf(o, "kustomize.config.k8s.io/");

    private static bool IsOf(KustomizeResource o, string group) =>
        o.ApiVersion.StartsWith(group, StringComparison.Ordinal);
}
