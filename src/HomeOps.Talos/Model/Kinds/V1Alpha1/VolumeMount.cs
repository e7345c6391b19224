using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A folder of the host in a control plane pod.</summary>
internal static class VolumeMount
{
    public static StructType Type { get; } =
        new([Field.Required("hostPath", Str), Field.Required("mountPath", Str), Field.Optional("readonly", Bool)]);
}
