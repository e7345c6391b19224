using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Name servers and search domains.</summary>
internal static class ResolverConfig
{
    private static readonly StructType Nameserver = new([
        Field.Required("address", Ip),
        Field.Optional("protocol", OneOf("Do53", "DoT", "DoH")),
        Field.Optional("tlsServerName", Str),
    ]);

    private static readonly StructType SearchDomains = new([
        Field.Optional("domains", Texts),
        Field.Nullable("disableDefault", Bool),
    ]);

    private static readonly StructType HostDns = new([
        Field.Nullable("enabled", Bool),
        Field.Nullable("forwardKubeDNSToHost", Bool),
        Field.Nullable("resolveMemberNames", Bool),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "ResolverConfig",
            [
                Field.Optional("nameservers", ListOf(Nameserver)),
                Field.Optional("searchDomains", SearchDomains),
                Field.Optional("hostDNS", HostDns),
            ]
        );
}
