using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The hardware timer that restarts a machine that hangs.</summary>
internal static class WatchdogTimerConfig
{
    public static DocumentKind Kind { get; } =
        new("WatchdogTimerConfig", [Field.Required("device", Str), Field.Optional("timeout", Duration)]);
}
