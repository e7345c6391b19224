using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Swap space.</summary>
internal static class SwapVolumeConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "SwapVolumeConfig",
            [
                Field.Required("name", Str),
                Field.Optional("provisioning", VolumeProvisioning.Type),
                Field.Optional("encryption", VolumeEncryption.Type),
            ]
        );
}
