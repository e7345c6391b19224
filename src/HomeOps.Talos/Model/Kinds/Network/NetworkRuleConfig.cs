using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>One rule of the ingress firewall.</summary>
internal static class NetworkRuleConfig
{
    private static readonly StructType Selector = new([
        Field.Required("ports", ListOf(PortRange), "Ports or ranges, e.g. 443 or 8000-9000").Needed().Replaced(),
        Field.Required("protocol", OneOf("icmp", "tcp", "udp", "icmpv6"), "Protocol of the packets"),
    ]);

    private static readonly StructType Source = new([
        Field.Required("subnet", Prefix, "Network that may reach the ports, e.g. 10.0.0.0/16"),
        Field.Optional("except", Prefix, "Part of it that may not"),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "NetworkRuleConfig",
            [
                Field.Required("name", Str, "Name of the rule").Needed(),
                Field.Required("portSelector", Selector, "The ports the rule opens").Needed(),
                Field.Required("ingress", ListOf(Source), "From where").Replaced(),
            ]
        );
}
