using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What a container asks for and may use.</summary>
internal static class Resources
{
    public static StructType Type { get; } = new([Field.Optional("requests", Free), Field.Optional("limits", Free)]);
}
