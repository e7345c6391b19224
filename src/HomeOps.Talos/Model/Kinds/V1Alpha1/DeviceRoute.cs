using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A route.</summary>
internal static class DeviceRoute
{
    public static StructType Type { get; } =
        new([
            Field.Required("network", Str),
            Field.Required("gateway", Str),
            Field.Optional("source", Str),
            Field.Optional("metric", U32),
            Field.Optional("mtu", U32),
        ]);
}
