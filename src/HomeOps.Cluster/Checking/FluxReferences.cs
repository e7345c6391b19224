using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>The paths that Flux Kustomizations name (kustomize-controller, <c>spec.path</c> and <c>spec.components</c>).</summary>
internal static class FluxReferences
{
    private const string Group = "kustomize.toolkit.fluxcd.io/";

    /// <summary>Whether a manifest is a Flux Kustomization.</summary>
    public static bool IsKustomization(YamlMapping manifest) =>
        manifest["kind"] is YamlScalar { Value: "Kustomization" }
        && manifest["apiVersion"] is YamlScalar version
        && version.Value.StartsWith(Group, StringComparison.Ordinal);

    /// <summary>The name of the Git source a Kustomization reads from; null when it reads from another kind of source.</summary>
    public static string? GitSource(YamlMapping manifest) =>
        manifest["spec"] is YamlMapping spec
        && spec["sourceRef"] is YamlMapping source
        && source["kind"] is YamlScalar { Value: "GitRepository" }
        && source["name"] is YamlScalar name
            ? name.Value
            : null;

    /// <summary>The path, from the root of the repository, and the components, from that path.</summary>
    public static IEnumerable<(Reference Reference, string Folder)> Of(YamlMapping manifest)
    {
        if (
            manifest["spec"] is not YamlMapping spec
            || spec["path"] is not YamlScalar { Value.Length: > 0 } path
            || path.Value.Contains("${", StringComparison.Ordinal)
        )
        {
            yield break;
        }

        yield return (new Reference("spec.path", path.Value, path, ReferenceTarget.Folder), string.Empty);
        foreach (var item in (spec["components"] as YamlSequence)?.Items ?? [])
        {
            if (item.Resolved is YamlScalar component)
            {
                yield return (
                    new Reference("spec.components", component.Value, component, ReferenceTarget.Kustomization),
                    path.Value
                );
            }
        }
    }
}
