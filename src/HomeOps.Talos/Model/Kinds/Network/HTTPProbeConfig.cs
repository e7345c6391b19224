using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A check that a web address answers.</summary>
internal static class HTTPProbeConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "HTTPProbeConfig",
            [
                Field.Required("name", Str),
                .. Probe.Fields,
                Field.Required("url", Url),
                Field.Optional("timeout", Duration),
            ]
        )
        {
            Since = 14,
        };
}
