using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Picks network cards by what they are.</summary>
internal static class DeviceSelector
{
    public static StructType Type { get; } =
        new([
            Field.Optional("busPath", Str),
            Field.Optional("hardwareAddr", Str),
            Field.Optional("permanentAddr", Str),
            Field.Optional("pciID", Str),
            Field.Optional("driver", Str),
            Field.Nullable("physical", Bool),
        ]);
}
