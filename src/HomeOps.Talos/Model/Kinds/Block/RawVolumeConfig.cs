using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A volume without file system.</summary>
internal static class RawVolumeConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "RawVolumeConfig",
            [
                Field.Required("name", Str),
                Field.Optional("provisioning", VolumeProvisioning.Type),
                Field.Optional("encryption", VolumeEncryption.Type),
            ]
        );
}
