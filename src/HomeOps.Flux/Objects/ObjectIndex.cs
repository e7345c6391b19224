using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>The built objects that others refer to, by kind, namespace and name.</summary>
internal sealed class ObjectIndex(UnbuiltObjects unbuilt)
{
    private readonly Dictionary<ObjectKey, KustomizeResource> objects = [];

    // Secrets that something in the cluster makes -> what makes them.
    private readonly Dictionary<ObjectKey, string> makers = [];

    /// <summary>What is there and could not be built.</summary>
    public UnbuiltObjects Unbuilt => unbuilt;

    public KustomizeResource? Find(ObjectKey key) => objects.GetValueOrDefault(key);

    /// <summary>What makes a Secret in the cluster; null when nothing known does.</summary>
    public string? MakerOf(ObjectKey secret) => makers.GetValueOrDefault(secret);

    /// <summary>The namespaces that have an object of a kind and name, ordered.</summary>
    public IEnumerable<string> NamespacesOf(string kind, string name) =>
        objects
            .Keys.Where(k => k.Kind == kind && k.Name == name)
            .Select(static k => k.Namespace)
            .Order(StringComparer.Ordinal);

    /// <summary>All sources, ordered.</summary>
    public IEnumerable<KustomizeResource> Sources =>
        objects.Where(static o => FluxKind.IsSource(o.Value)).OrderBy(static o => o.Key).Select(static o => o.Value);

    /// <summary>The name that was probably meant, among the objects of the same kind and namespace.</summary>
    public string? NearestName(ObjectKey key) =>
        Spelling.Nearest(
            key.Name,
            objects
                .Keys.Where(k => k.Kind == key.Kind && k.Namespace == key.Namespace)
                .Order()
                .Select(static k => k.Name)
        );

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
