using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Settings of an admission plugin.</summary>
internal static class KubeAdmissionControlConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeAdmissionControlConfig", [Field.Required("name", Str), Field.Required("configuration", Free)])
        {
            Since = 14,
        };
}
