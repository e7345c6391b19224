using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A file below /etc.</summary>
internal static class EtcFileConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "EtcFileConfig",
            [Field.Required("name", Str), Field.Required("mode", Permissions), Field.Required("contents", Str)]
        )
        {
            Since = 14,
        };
}
