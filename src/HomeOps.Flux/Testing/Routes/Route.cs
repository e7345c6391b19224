using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>
/// A route of the Gateway API: an HTTPRoute, GRPCRoute or TLSRoute, or what the values of a HelmRelease say of one
/// (<c>hostnames</c> beside <c>parentRefs</c>, as charts take them).
/// </summary>
/// <param name="Key">The object it stands in.</param>
/// <param name="Kind">The kind of route.</param>
/// <param name="Hostnames">The host names; empty for those of the listeners.</param>
/// <param name="Parents">The Gateways it is attached to.</param>
internal sealed record Route(
    ObjectKey Key,
    string Kind,
    IReadOnlyList<LocatedText> Hostnames,
    IReadOnlyList<ParentReference> Parents
)
{
    private static readonly string[] Kinds = ["HTTPRoute", "GRPCRoute", "TLSRoute"];

    /// <summary>The routes of an object.</summary>
    public static IReadOnlyList<Route> ReadAll(KustomizeResource o)
    {
        var found = new List<Route>();
        if (Kinds.Contains(o.Kind) && o.ApiVersion.StartsWith(Gateway.Group + "/", StringComparison.Ordinal))
        {
            Add(o, o.Kind, o.Root.Map("spec"), found);
        }
        else if (FluxKind.IsHelmRelease(o))
        {
            Collect(o, o.Root.Map("spec")?["values"], found);
        }

        return found;
    }

    private static void Collect(KustomizeResource o, Node? node, List<Route> found)
    {
        switch (node)
        {
            case MapNode map:
                if (map["parentRefs"] is SeqNode)
                {
                    Add(o, map.Text("kind") ?? "HTTPRoute", map, found);
                }

                foreach (var (_, value) in map.Entries)
                {
                    Collect(o, value, found);
                }

                break;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(o, item, found);
                }

                break;
            default:
                break;
        }
    }

    private static void Add(KustomizeResource o, string kind, MapNode? spec, List<Route> found)
    {
        if (spec?["parentRefs"] is not SeqNode parents)
        {
            return;
        }

        var hostnames = (spec["hostnames"] as SeqNode)?.Items.OfType<ScalarNode>() ?? [];
        found.Add(
            new Route(
                ObjectKey.Of(o),
                kind,
                [.. hostnames.Select(h => new LocatedText(WithoutTemplate(h.Text), h.At ?? o.At))],
                [.. parents.Items.OfType<MapNode>().Select(p => ParentReference.Read(p, o))]
            )
        );
    }

    // Helm fills the first label in: whatever it becomes, the domain behind it decides which listener serves it.
    private static string WithoutTemplate(string hostname)
    {
        var end = hostname.IndexOf("}}.", StringComparison.Ordinal);
        return hostname.StartsWith("{{", StringComparison.Ordinal) && end > 0
            ? "name" + hostname[(end + 2)..]
            : hostname;
    }
}
