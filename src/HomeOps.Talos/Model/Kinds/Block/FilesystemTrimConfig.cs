using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How often file systems tell disks what is free.</summary>
internal static class FilesystemTrimConfig
{
    public static DocumentKind Kind { get; } =
        new("FilesystemTrimConfig", [Field.Optional("interval", Duration)]) { Since = 14 };
}
