using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Several links used as one.</summary>
internal static class DeviceBond
{
    /// <summary>The ways to use the members (Talos, pkg/machinery/nethelpers; the words of the other keys are from there too).</summary>
    public static IReadOnlyList<string> Modes { get; } =
    ["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"];

    public static StructType Type { get; } =
        new([
            Field.Required("interfaces", Texts, "Names of the members"),
            Field.Optional("deviceSelectors", ListOf(DeviceSelector.Type), "Picks the members by what they are"),
            Field.Optional("arpIPTarget", Texts, "Addresses that ARP monitoring asks"),
            Field.Required("mode", Str, "How the members are used").Needed().OneOf(Modes),
            Field
                .Optional("xmitHashPolicy", Str, "What decides which member sends a packet")
                .OneOf(["layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4"]),
            Field.Optional("lacpRate", Str, "How often LACP packets are asked for; 802.3ad").OneOf(["slow", "fast"]),
            Field.Optional("adActorSystem", Str, "Not supported by Talos"),
            Field
                .Optional("arpValidate", Str, "Which ARP answers count")
                .OneOf(["none", "active", "backup", "all", "filter", "filter-active", "filter-backup"]),
            Field.Optional("arpAllTargets", Str, "Whether any or all ARP targets must answer").OneOf(["any", "all"]),
            Field.Optional("primary", Str, "The preferred member"),
            Field
                .Optional("primaryReselect", Str, "When the preferred member is taken again")
                .OneOf(["always", "better", "failure"]),
            Field
                .Optional("failOverMac", Str, "Which hardware address the bond has after a change")
                .OneOf(["none", "active", "follow"]),
            Field
                .Optional("adSelect", Str, "How the aggregator is chosen; 802.3ad")
                .OneOf(["stable", "bandwidth", "count"]),
            Field.Optional("miimon", U32, "How often the link is looked at, in milliseconds"),
            Field.Optional("updelay", U32, "Milliseconds until a link counts as up; a multiple of miimon"),
            Field.Optional("downdelay", U32, "Milliseconds until a link counts as down; a multiple of miimon"),
            Field.Optional("arpInterval", U32, "How often ARP monitoring asks, in milliseconds"),
            Field.Optional("resendIgmp", U32, "IGMP reports after a change"),
            Field.Optional("minLinks", U32, "Members that must be up; 802.3ad"),
            Field.Optional("lpInterval", U32, "Seconds between learning packets"),
            Field.Optional("packetsPerSlave", U32, "Packets before the next member; balance-rr"),
            Field.Optional("numPeerNotif", U8, "Notifications after a change"),
            Field.Optional("tlbDynamicLb", U8, "Whether balance-tlb shuffles flows"),
            Field.Optional("allSlavesActive", U8, "Whether packets at members that rest are taken"),
            Field.Nullable("useCarrier", Bool, "Ask the driver whether the link is up"),
            Field.Optional("adActorSysPrio", U16, "Priority of the system; 802.3ad"),
            Field.Optional("adUserPortKey", U16, "Key of the port; 802.3ad"),
            Field.Optional("peerNotifyDelay", U32, "Milliseconds between notifications"),
        ]);
}
