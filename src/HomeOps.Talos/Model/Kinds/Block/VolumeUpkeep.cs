using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Whether and how often a volume is trimmed or scrubbed.</summary>
internal static class VolumeUpkeep
{
    public static StructType Type { get; } =
        new([Field.Nullable("enabled", Bool, "Do it"), Field.Optional("interval", Duration, "How often, e.g. 168h")]);
}
