using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>One rule of the ingress firewall.</summary>
internal static class NetworkRuleConfig
{
    private static readonly StructType Selector = new([
        Field.Required("ports", ListOf(PortRange)).Replaced(),
        Field.Required("protocol", OneOf("icmp", "tcp", "udp", "icmpv6")),
    ]);

    private static readonly StructType Source = new([
        Field.Required("subnet", Prefix),
        Field.Optional("except", Prefix),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "NetworkRuleConfig",
            [
                Field.Required("name", Str),
                Field.Required("portSelector", Selector),
                Field.Required("ingress", ListOf(Source)).Replaced(),
            ]
        );
}
