using System.Text;

namespace HomeOps.Talos;

/// <summary>A certificate and its key as PEM texts. Only the key for the service account; only the certificate on workers.</summary>
/// <param name="Certificate">PEM text with its final line break, or empty.</param>
/// <param name="Key">PEM text with its final line break, or empty.</param>
public sealed record PemKeyPair(string Certificate, string Key)
{
    internal string CertificateBase64 => Encode(Certificate);

    internal string KeyBase64 => Encode(Key);

    internal static PemKeyPair FromBase64(string certificate, string key) => new(Decode(certificate), Decode(key));

    /// <summary>Says nothing about the key.</summary>
    public override string ToString() => "key pair";

    private static string Encode(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : "";
    }
}
