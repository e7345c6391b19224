using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Images kept on the machine.</summary>
internal static class ImageCacheConfig
{
    private static readonly StructType Local = new([Field.Nullable("enabled", Bool)]);

    public static DocumentKind Kind { get; } = new("ImageCacheConfig", [Field.Required("local", Local)]) { Since = 14 };
}
