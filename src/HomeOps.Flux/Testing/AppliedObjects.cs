using HomeOps.Kustomize;
using HomeOps.Schema;

namespace HomeOps.Flux;

/// <summary>All objects that Kustomizations and their ResourceSets apply, those of failed ones among them, and what is known of their kinds.</summary>
internal sealed class AppliedObjects
{
    private readonly Dictionary<(string Group, string Kind), ObjectScope> definitions = [];

    public AppliedObjects(FluxCluster cluster)
    {
        Cluster = cluster;
        var builds = cluster.Kustomizations.ToDictionary(static b => b.Kustomization.Key);
        All =
        [
            .. cluster.Kustomizations.SelectMany(static b => b.Objects.Select(o => new AppliedObject(o, b))),
            .. cluster.ResourceSets.SelectMany(r =>
                r.Objects.Select(o => new AppliedObject(o, builds[r.Kustomization.Key]) { Set = r })
            ),
        ];
        foreach (var (o, _) in All.Where(static a => a.Object.Kind == "CustomResourceDefinition"))
        {
            var spec = o.Root.Map("spec");
            if (spec?.Text("group") is { } group && spec.Map("names")?.Text("kind") is { } kind)
            {
                definitions[(group, kind)] =
                    spec.Text("scope") == "Cluster" ? ObjectScope.Cluster : ObjectScope.Namespaced;
            }
        }
    }

    public FluxCluster Cluster { get; }

    public IReadOnlyList<AppliedObject> All { get; }

    /// <summary>The scope of an object's kind: as a definition in the tree says, else as Kubernetes does.</summary>
    public ObjectScope ScopeOf(KustomizeResource o) =>
        definitions.TryGetValue((KubernetesScopes.GroupOf(o.ApiVersion), o.Kind), out var scope)
            ? scope
            : KubernetesScopes.Of(o.ApiVersion, o.Kind);

    /// <summary>The namespace the API server puts an object in: none for kinds that belong to the cluster.</summary>
    public string NamespaceOf(KustomizeResource o) => ScopeOf(o) == ObjectScope.Cluster ? "" : o.Namespace;
}

/// <summary>An object and the Kustomization that applies it.</summary>
internal readonly record struct AppliedObject(KustomizeResource Object, KustomizationBuild By)
{
    /// <summary>The ResourceSet of that Kustomization that makes the object; null when the Kustomization applies it itself.</summary>
    public ResourceSetBuild? Set { get; init; }

    /// <summary>Whoever writes the object in the cluster.</summary>
    public ObjectKey Applier => Set is null ? By.Kustomization.Key : ObjectKey.Of(Set.Object);
}
