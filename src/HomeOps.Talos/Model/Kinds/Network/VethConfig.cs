using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A pair of links joined to each other.</summary>
internal static class VethConfig
{
    private static readonly StructType Peer = new([Field.Required("name", Str), .. Link.Fields]);

    public static DocumentKind Kind { get; } =
        new("VethConfig", [Field.Required("name", Str), Field.Required("peer", Peer), .. Link.Fields]) { Since = 14 };
}
