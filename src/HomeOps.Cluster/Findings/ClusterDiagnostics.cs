using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Mistakes of cluster.yaml that concern what its values mean.</summary>
internal static class ClusterDiagnostics
{
    public static Diagnostic CidrsOverlap(
        string name,
        Ipv4Cidr range,
        string other,
        Ipv4Cidr otherRange,
        Location? place
    ) =>
        Diagnostic.Error(
            "HO1030",
            range == otherRange
                ? $"{name} and {other} are the same range, {range}"
                : $"{name} {range} overlaps {other} {otherRange}",
            place,
            "nodes, pods and services need ranges that share no address"
        );

    public static Diagnostic SameAddress(string name, string other, Ipv4Address address, Location? place) =>
        Diagnostic.Error(
            "HO1031",
            $"{name}: the address {address} is used by {other} already",
            place,
            "give each a free address of its own"
        );

    public static Diagnostic PartialBgp(IReadOnlyList<string> missing, Location? place) =>
        Diagnostic.Error(
            "HO1032",
            $"BGP is configured only in part: {string.Join(" and ", missing)} {(missing.Count == 1 ? "is" : "are")} missing",
            place,
            "give all three cilium_bgp_ keys, or none"
        );

    public static Diagnostic OutsideNodes(string name, Ipv4Address address, Ipv4Cidr range, Location? place) =>
        Diagnostic.Error(
            "HO1033",
            $"{name}: {address} is not inside node_cidr {range}",
            place,
            $"choose an address from {range.FirstHost} to {range.LastHost}"
        );

    public static Diagnostic ServiceRangeTooSmall(Ipv4Cidr range, Location? place) =>
        Diagnostic.Error(
            "HO1034",
            $"cluster_svc_cidr: {range} has no place for the DNS service, its address number {ClusterConfig.DnsServiceIndex}",
            place,
            "use a larger range; 10.43.0.0/16 is the default"
        );

    public static Diagnostic PartialOidc(string missing, string given, Location? place) =>
        Diagnostic.Error(
            "HO1035",
            $"{given} is given without {missing}",
            place,
            "the API server needs both to accept OIDC tokens"
        );

    public static Diagnostic NotificationWithoutAddress(Location? place) =>
        Diagnostic.Error(
            "HO1036",
            "notification_type is given without notification_url or notification_token",
            place,
            "add notification_url, the address of the webhook that takes the messages, or notification_token"
        );

    public static Diagnostic NotificationWithoutType(string name, Location? place) =>
        Diagnostic.Error(
            "HO1037",
            $"{name} is given without notification_type",
            place,
            "add notification_type: discord, slack, msteams, telegram, generic, or another Flux provider"
        );

    public static Diagnostic NotRepository(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1038",
            $"{scalar.Name}: {scalar.Shown} is not a GitHub repository",
            scalar.Place,
            "write owner/name, such as example/home-ops"
        );

    public static Diagnostic NotClusterName(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1039",
            $"{scalar.Name}: {scalar.Shown} is not a cluster name",
            scalar.Place,
            "use up to 63 lower-case letters, digits and dashes, with no dash at either end"
        );

    public static Diagnostic NotRelease(in FieldScalar scalar, bool lacksOnlyV) =>
        Diagnostic.Error(
            "HO1040",
            $"{scalar.Name}: {scalar.Shown} is not a release",
            scalar.Place,
            lacksOnlyV ? $"did you mean v{scalar.Text}?" : "write it as v1.2.3"
        );

    public static Diagnostic NetworkEdge(string name, Ipv4Address address, Ipv4Cidr range, Location? place) =>
        Diagnostic.Error(
            "HO1041",
            $"{name}: {address} is the {(address == range.Network ? "network" : "broadcast")} address of node_cidr {range}",
            place,
            "no host can have this address; choose one in between"
        );

    public static Diagnostic OutsidePool(string name, Ipv4Address address, Location? place) =>
        Diagnostic.Error(
            "HO1042",
            $"{name}: {address} is not in cilium_loadbalancer_pool",
            place,
            "add it to the pool, or remove the pool: it holds the three gateway addresses by default"
        );

    public static Diagnostic ServerInCluster(string key, Ipv4Address address, string name, Location? place) =>
        Diagnostic.Warning(
            "HO1043",
            $"{key}: {address} is {name}, which answers only once the cluster runs",
            place,
            "name a server outside the cluster: the nodes need it to start"
        );

    public static Diagnostic OnlyServer(string key, string what, Ipv4Address address, Location? place) =>
        Diagnostic.Note(
            "HO1044",
            $"{key}: {address} is the only {what}; the nodes depend on it",
            place,
            "name a second one, or leave the key out for the defaults"
        );
}
