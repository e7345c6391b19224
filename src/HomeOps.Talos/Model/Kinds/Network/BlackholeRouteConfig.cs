using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A route whose packets are dropped.</summary>
internal static class BlackholeRouteConfig
{
    public static DocumentKind Kind { get; } =
        new("BlackholeRouteConfig", [Field.Required("name", Str), Field.Optional("metric", U32)]);
}
