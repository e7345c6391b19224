using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A check that a port answers.</summary>
internal static class TCPProbeConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "TCPProbeConfig",
            [
                Field.Required("name", Str),
                .. Probe.Fields,
                Field.Required("endpoint", Str),
                Field.Optional("timeout", Duration),
            ]
        );
}
