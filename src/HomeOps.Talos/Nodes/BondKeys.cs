namespace HomeOps.Talos.Nodes;

/// <summary>Options of a bond: the older key and the one of BondConfig. Four of them talhelper forgets.</summary>
internal static class BondKeys
{
    public static IReadOnlyList<(string From, string To)> All { get; } =
    [
        ("mode", "bondMode"),
        ("xmitHashPolicy", "xmitHashPolicy"),
        ("lacpRate", "lacpRate"),
        ("arpValidate", "arpValidate"),
        ("arpAllTargets", "arpAllTargets"),
        ("primary", "primary"),
        ("primaryReselect", "primaryReselect"),
        ("failOverMac", "failOverMac"),
        ("adSelect", "adSelect"),
        ("miimon", "miimon"),
        ("updelay", "updelay"),
        ("downdelay", "downdelay"),
        ("arpInterval", "arpInterval"),
        ("arpIPTarget", "arpIpTargets"),
        ("resendIgmp", "resendIGMP"),
        ("minLinks", "minLinks"),
        ("lpInterval", "lpInterval"),
        ("packetsPerSlave", "packetsPerSlave"),
        ("numPeerNotif", "numPeerNotif"),
        ("tlbDynamicLb", "tlbLogicalLb"),
        ("allSlavesActive", "allSlavesActive"),
        ("useCarrier", "useCarrier"),
        ("adActorSysPrio", "adActorSysPrio"),
        ("adUserPortKey", "adUserPortKey"),
        ("peerNotifyDelay", "peerNotifDelay"),
    ];
}
