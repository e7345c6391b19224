using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>The built objects that others refer to, by kind, namespace and name.</summary>
internal sealed class ObjectIndex
{
    private readonly Dictionary<ObjectKey, KustomizeResource> objects = [];

    // Secrets that something in the cluster makes -> what makes them.
    private readonly Dictionary<ObjectKey, string> makers = [];

    public KustomizeResource? Find(ObjectKey key) => objects.GetValueOrDefault(key);

    /// <summary>What makes a Secret in the cluster; null when nothing known does.</summary>
    public string? MakerOf(ObjectKey secret) => makers.GetValueOrDefault(secret);

    public IEnumerable<ObjectKey> Keys => objects.Keys;

    public void Add(KustomizeResource o)
    {
        if (FluxKind.HoldsValues(o) || FluxKind.IsSource(o))
        {
            objects.TryAdd(ObjectKey.Of(o), o);
        }
        else if (o.Kind is "ExternalSecret" or "SealedSecret")
        {
            var spec = o.Root.Map("spec");
            var target =
                o.Kind == "ExternalSecret"
                    ? spec?.Map("target")?.Text("name")
                    : spec?.Map("template")?.Map("metadata")?.Text("name");
            makers.TryAdd(new ObjectKey("Secret", o.Namespace, target ?? o.Name), ObjectKey.Of(o).ToString());
        }
    }
}
