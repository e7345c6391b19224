using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What every kind of link has: state, MTU, addresses and routes.</summary>
internal static class Link
{
    private static readonly StructType Address = new([
        Field.Required("address", Prefix),
        Field.Nullable("routePriority", U32),
    ]);

    private static readonly StructType Route = new([
        Field.Optional("destination", Prefix),
        Field.Optional("gateway", Ip),
        Field.Optional("source", Ip),
        Field.Optional("metric", U32),
        Field.Optional("mtu", U32),
        Field.Optional("table", RoutingTable),
    ]);

    public static IReadOnlyList<Field> Fields { get; } =
    [
        Field.Nullable("up", Bool),
        Field.Optional("mtu", U32),
        Field.Optional("addresses", ListOf(Address)),
        Field.Optional("routes", ListOf(Route)),
        Field.Nullable("multicast", Bool),
    ];
}
