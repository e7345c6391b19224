using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How often file systems are checked.</summary>
internal static class FilesystemScrubConfig
{
    public static DocumentKind Kind { get; } =
        new("FilesystemScrubConfig", [Field.Optional("interval", Duration)]) { Since = 14 };
}
