using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Picks network cards by what they are.</summary>
internal static class DeviceSelector
{
    public static StructType Type { get; } =
        new([
            Field.Optional("busPath", Str, "PCI or USB address, e.g. 0000:04:00.0 or 00:*"),
            Field.Optional("hardwareAddr", Str, "Hardware address, e.g. 02:00:00:00:50:10; may hold *"),
            Field.Optional("permanentAddr", Str, "Hardware address the card was made with; may hold *"),
            Field.Optional("pciID", Str, "Vendor and product, e.g. 8086:125c; may hold *"),
            Field.Optional("driver", Str, "Kernel driver; may hold *"),
            Field.Nullable("physical", Bool, "Whether it is real hardware"),
        ]);
}
