using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Where the clock is set from.</summary>
internal static class TimeSyncConfig
{
    private static readonly StructType Ntp = new([Field.Optional("servers", Texts), Field.Nullable("useNTS", Bool)]);

    private static readonly StructType Ptp = new([Field.Optional("devices", Texts)]);

    public static DocumentKind Kind { get; } =
        new(
            "TimeSyncConfig",
            [
                Field.Nullable("enabled", Bool),
                Field.Optional("bootTimeout", Duration),
                Field.Nullable("ntp", Ntp),
                Field.Nullable("ptp", Ptp),
            ]
        );
}
