using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A certificate and its key as PEM text.</summary>
internal static class CertificateAndKey
{
    public static StructType Type { get; } = new([Field.Optional("cert", Str), Field.Optional("key", Str)]);
}
