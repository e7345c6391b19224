using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Several links used as one.</summary>
internal static class BondConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "BondConfig",
            [
                Field.Required("name", Str),
                Field.Optional("hardwareAddr", Mac),
                Field.Optional("links", Texts),
                Field.Nullable(
                    "bondMode",
                    OneOf(
                        "balance-rr",
                        "active-backup",
                        "balance-xor",
                        "broadcast",
                        "802.3ad",
                        "balance-tlb",
                        "balance-alb"
                    )
                ),
                Field.Nullable("miimon", U32),
                Field.Nullable("updelay", U32),
                Field.Nullable("downdelay", U32),
                Field.Nullable("useCarrier", Bool),
                Field.Nullable("xmitHashPolicy", OneOf("layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4")),
                Field.Nullable("arpInterval", U32),
                Field.Optional("arpIpTargets", ListOf(Ip)),
                Field.Optional("nsIp6Targets", ListOf(Ip)),
                Field.Nullable(
                    "arpValidate",
                    OneOf("none", "active", "backup", "all", "filter", "filter-active", "filter-backup")
                ),
                Field.Nullable("arpAllTargets", OneOf("any", "all")),
                Field.Nullable("lacpRate", OneOf("slow", "fast")),
                Field.Nullable("failOverMac", OneOf("none", "active", "follow")),
                Field.Nullable("adSelect", OneOf("stable", "bandwidth", "count")),
                Field.Nullable("adActorSysPrio", U16),
                Field.Nullable("adUserPortKey", U16),
                Field.Nullable("adLACPActive", OneOf("off", "on")),
                Field.Nullable("primary", Str),
                Field.Nullable("primaryReselect", OneOf("always", "better", "failure")),
                Field.Nullable("resendIGMP", U32),
                Field.Nullable("minLinks", U32),
                Field.Nullable("lpInterval", U32),
                Field.Nullable("packetsPerSlave", U32),
                Field.Nullable("numPeerNotif", U8),
                Field.Nullable("tlbLogicalLb", U8),
                Field.Nullable("allSlavesActive", U8),
                Field.Nullable("peerNotifDelay", U32),
                Field.Nullable("missedMax", U8),
                .. Link.Fields,
            ]
        );
}
