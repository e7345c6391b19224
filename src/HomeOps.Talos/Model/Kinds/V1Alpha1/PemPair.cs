using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A certificate and its key, base64 of PEM.</summary>
internal static class PemPair
{
    public static StructType Type { get; } = new([Field.Required("crt", Base64), Field.Required("key", Base64)]);
}
