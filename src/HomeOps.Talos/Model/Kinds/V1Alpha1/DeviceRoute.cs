using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A route.</summary>
internal static class DeviceRoute
{
    public static StructType Type { get; } =
        new([
            Field.Required("network", Str, "Where it leads, e.g. 0.0.0.0/0; absent for the default route"),
            Field.Required("gateway", Str, "Address of the router"),
            Field.Optional("source", Str, "Source address of packets that take it"),
            Field.Optional("metric", U32, "Cost; the lowest wins"),
            Field.Optional("mtu", U32, "Largest packet in bytes"),
        ]);
}
