using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A volume that is there already.</summary>
internal static class ExistingVolumeConfig
{
    private static readonly StructType Selector = new([Field.Optional("match", Str)]);

    private static readonly StructType Discovery = new([Field.Optional("volumeSelector", Selector)]);

    private static readonly StructType Mount = new([
        Field.Nullable("readOnly", Bool),
        Field.Nullable("disableAccessTime", Bool),
        Field.Nullable("secure", Bool),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "ExistingVolumeConfig",
            [
                Field.Required("name", Str),
                Field.Optional("discovery", Discovery),
                Field.Optional("mount", Mount),
                Field.Nullable("trim", VolumeUpkeep.Type),
                Field.Nullable("scrub", VolumeUpkeep.Type),
            ]
        );
}
