using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>A listener of a Gateway.</summary>
/// <param name="Name">Its name, which <c>sectionName</c> refers to.</param>
/// <param name="Hostname">The host names it serves; empty for all.</param>
/// <param name="Port">Its port, as written.</param>
/// <param name="Protocol">HTTP, HTTPS, TLS, TCP or UDP.</param>
/// <param name="From">Whose routes it takes: Same, All, Selector or None.</param>
/// <param name="Selector">For Selector, the labels that a namespace must have; null when only the cluster can tell.</param>
internal sealed record Listener(
    string Name,
    string Hostname,
    string Port,
    string Protocol,
    string From,
    MapNode? Selector
)
{
    public static Listener Read(MapNode map)
    {
        var namespaces = map.Map("allowedRoutes")?.Map("namespaces");
        var selector = namespaces?.Map("selector");
        return new Listener(
            map.Text("name") ?? "",
            map.Text("hostname") ?? "",
            map.Text("port") ?? "",
            map.Text("protocol") ?? "",
            namespaces?.Text("from") ?? "Same",
            selector?["matchExpressions"] is null ? selector?.Map("matchLabels") : null
        );
    }

    /// <summary>Whether routes of a kind can be attached to it at all.</summary>
    public bool Takes(string routeKind) =>
        Protocol switch
        {
            "HTTP" or "HTTPS" => routeKind is "HTTPRoute" or "GRPCRoute",
            "TLS" => routeKind == "TLSRoute",
            "TCP" or "UDP" => false,
            _ => true,
        };

    /// <summary>Whether it takes routes of a namespace.</summary>
    /// <param name="own">The namespace of the Gateway.</param>
    /// <param name="inNamespace">The namespace of the route.</param>
    /// <param name="labels">The labels of that namespace; null when its object is in no file.</param>
    public bool Admits(string own, string inNamespace, MapNode? labels) =>
        From switch
        {
            "All" => true,
            "None" => false,
            "Selector" => Selector is null || Selector.Entries.All(e => HasLabel(e, inNamespace, labels)),
            _ => own == inNamespace,
        };

    // Kubernetes itself gives every namespace a label with its name.
    private static bool HasLabel(MapEntry wanted, string inNamespace, MapNode? labels) =>
        wanted.Key == "kubernetes.io/metadata.name"
            ? Node.TextOf(wanted.Value) == inNamespace
            : labels is null || labels.Text(wanted.Key) == Node.TextOf(wanted.Value);
}
