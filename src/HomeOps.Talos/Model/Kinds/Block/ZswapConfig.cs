using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Compressed swap in memory.</summary>
internal static class ZswapConfig
{
    public static DocumentKind Kind { get; } =
        new("ZswapConfig", [Field.Nullable("maxPoolPercent", Int), Field.Nullable("shrinkerEnabled", Bool)]);
}
