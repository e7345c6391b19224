using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What every kind of probe has.</summary>
internal static class Probe
{
    public static IReadOnlyList<Field> Fields { get; } =
    [Field.Optional("interval", Duration), Field.Optional("failureThreshold", Int)];
}
