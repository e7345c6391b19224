using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Settings of a network card.</summary>
internal static class EthernetConfig
{
    private static readonly ConfigType Wake = OneOf(
        "phy",
        "unicast",
        "multicast",
        "broadcast",
        "magic",
        "magicsecure",
        "filter"
    );

    private static readonly StructType Rings = new([
        Field.Nullable("rx", U32),
        Field.Nullable("tx", U32),
        Field.Nullable("rx-mini", U32),
        Field.Nullable("rx-jumbo", U32),
        Field.Nullable("rx-buf-len", U32),
        Field.Nullable("cqe-size", U32),
        Field.Nullable("tx-push", Bool),
        Field.Nullable("rx-push", Bool),
        Field.Nullable("tx-push-buf-len", U32),
        Field.Nullable("tcp-data-split", Bool),
    ]);

    private static readonly StructType Channels = new([
        Field.Nullable("rx", U32),
        Field.Nullable("tx", U32),
        Field.Nullable("other", U32),
        Field.Nullable("combined", U32),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "EthernetConfig",
            [
                Field.Required("name", Str),
                Field.Optional("features", MapOf(Bool)),
                Field.Nullable("rings", Rings),
                Field.Nullable("channels", Channels),
                Field.Optional("wakeOnLan", ListOf(Wake)),
            ]
        );
}
