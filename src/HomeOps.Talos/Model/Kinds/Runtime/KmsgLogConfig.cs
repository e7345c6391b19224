using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Where the kernel log is sent.</summary>
internal static class KmsgLogConfig
{
    public static DocumentKind Kind { get; } =
        new("KmsgLogConfig", [Field.Required("name", Str), Field.Required("url", Url)]);
}
