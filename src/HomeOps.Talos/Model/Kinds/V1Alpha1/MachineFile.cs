using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A file written at boot.</summary>
internal static class MachineFile
{
    public static StructType Type { get; } =
        new([
            Field.Required("content", Str),
            Field.Required("permissions", Permissions),
            Field.Required("path", Str),
            Field.Required("op", Str),
        ]);
}
