using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Each host name of a route is served by a listener of one of its Gateways, and that listener takes routes of its namespace (Gateway API:
/// parentRefs, hostnames, allowedRoutes). Gateways that no file has may come from charts: nothing is said of them unless the tree has
/// Gateways of its own.
/// </summary>
internal sealed class HostnamesAreServed : IClusterRule
{
    public void Check(AppliedObjects objects, RuleFindings findings)
    {
        var gateways = new Dictionary<ObjectKey, Gateway>();
        var namespaces = new Dictionary<string, MapNode?>(StringComparer.Ordinal);
        foreach (var (o, _) in objects.All)
        {
            if (Gateway.Read(o) is { } gateway)
            {
                gateways.TryAdd(gateway.Key, gateway);
            }
            else if (o is { Kind: "Namespace", ApiVersion: "v1" })
            {
                namespaces.TryAdd(o.Name, o.Root.Map("metadata")?.Map("labels") ?? new MapNode());
            }
        }

        if (gateways.Count == 0)
        {
            return;
        }

        foreach (var (o, by) in objects.All)
        {
            foreach (var route in Route.ReadAll(o))
            {
                var row = FluxKind.IsHelmRelease(o) ? route.Key : by.Kustomization.Key;
                Check(route, gateways, namespaces, objects.Cluster.Index.Unbuilt, d => findings.Add(row, d));
            }
        }
    }

    private static void Check(
        Route route,
        Dictionary<ObjectKey, Gateway> gateways,
        Dictionary<string, MapNode?> namespaces,
        UnbuiltObjects unbuilt,
        Action<Diagnostic> report
    )
    {
        var serving = new List<Listener>();
        var isComplete = true;
        foreach (var parent in route.Parents)
        {
            if (!parent.IsKnown || unbuilt.Find(parent.Key) is not null)
            {
                isComplete = false;
            }
            else if (!gateways.TryGetValue(parent.Key, out var gateway))
            {
                isComplete = false;
                report(NoGateway(route.Key, parent, gateways.Keys));
            }
            else if (gateway.Listeners.Where(parent.Names).ToList() is not { Count: > 0 } named)
            {
                isComplete = false;
                report(FluxDiagnostics.NoListener(route.Key, parent, gateway));
            }
            else
            {
                var taking = named.FindAll(l => l.Takes(route.Kind));
                var labels = namespaces.GetValueOrDefault(route.Key.Namespace);
                var admitting = taking.FindAll(l => l.Admits(gateway.Key.Namespace, route.Key.Namespace, labels));
                if (taking.Count > 0 && admitting.Count == 0)
                {
                    isComplete = false;
                    report(FluxDiagnostics.RouteNotAdmitted(route.Key, gateway.Key, parent.At));
                }

                serving.AddRange(admitting);
            }
        }

        if (!isComplete || serving.Exists(static l => !Hostname.IsKnown(l.Hostname)))
        {
            return;
        }

        foreach (var hostname in route.Hostnames.Where(static h => Hostname.IsKnown(h.Text)))
        {
            if (
                !serving.Exists(l =>
                    Hostname.Intersect(l.Hostname, hostname.Text) || !Hostname.AreComparable(l.Hostname, hostname.Text)
                )
            )
            {
                report(FluxDiagnostics.HostnameNotServed(route, hostname, serving));
            }
        }
    }

    private static Diagnostic NoGateway(ObjectKey route, ParentReference parent, IEnumerable<ObjectKey> keys)
    {
        var all = keys.Order().ToList();
        return all.Find(k => k.Name == parent.Key.Name) is { Name.Length: > 0 } elsewhere
            ? FluxDiagnostics.GatewayElsewhere(route, parent.Key, elsewhere.Namespace, parent.At)
            : FluxDiagnostics.NoGateway(
                route,
                parent.Key,
                Spelling.Nearest(parent.Key.Name, all.Select(static k => k.Name)),
                parent.At
            );
    }
}
