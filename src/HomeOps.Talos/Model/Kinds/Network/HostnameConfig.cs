using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The name of the machine.</summary>
internal static class HostnameConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "HostnameConfig",
            [Field.Nullable("auto", OneOf("off", "talos-addr", "stable")), Field.Optional("hostname", Str)]
        );
}
