using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Several links used as one.</summary>
internal static class DeviceBond
{
    public static StructType Type { get; } =
        new([
            Field.Required("interfaces", Texts),
            Field.Optional("deviceSelectors", ListOf(DeviceSelector.Type)),
            Field.Optional("arpIPTarget", Texts),
            Field.Required("mode", Str),
            Field.Optional("xmitHashPolicy", Str),
            Field.Optional("lacpRate", Str),
            Field.Optional("adActorSystem", Str),
            Field.Optional("arpValidate", Str),
            Field.Optional("arpAllTargets", Str),
            Field.Optional("primary", Str),
            Field.Optional("primaryReselect", Str),
            Field.Optional("failOverMac", Str),
            Field.Optional("adSelect", Str),
            Field.Optional("miimon", U32),
            Field.Optional("updelay", U32),
            Field.Optional("downdelay", U32),
            Field.Optional("arpInterval", U32),
            Field.Optional("resendIgmp", U32),
            Field.Optional("minLinks", U32),
            Field.Optional("lpInterval", U32),
            Field.Optional("packetsPerSlave", U32),
            Field.Optional("numPeerNotif", U8),
            Field.Optional("tlbDynamicLb", U8),
            Field.Optional("allSlavesActive", U8),
            Field.Nullable("useCarrier", Bool),
            Field.Optional("adActorSysPrio", U16),
            Field.Optional("adUserPortKey", U16),
            Field.Optional("peerNotifyDelay", U32),
        ]);
}
