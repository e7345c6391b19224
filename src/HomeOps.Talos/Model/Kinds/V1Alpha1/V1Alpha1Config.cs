using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The main document, the only one without <c>kind</c>.</summary>
internal static class V1Alpha1Config
{
    public static DocumentKind Kind { get; } =
        new(
            "v1alpha1",
            [
                Field.Required("version", Str),
                Field.Nullable("debug", Bool),
                Field.Nullable("persist", Bool),
                Field.RequiredNullable("machine", MachineSection.Type),
                Field.RequiredNullable("cluster", ClusterSection.Type),
            ]
        );
}
