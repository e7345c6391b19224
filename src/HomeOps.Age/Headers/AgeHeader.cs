using System.Security.Cryptography;
using System.Text;

namespace HomeOps.Age;

/// <summary>The header of an age file and the code that protects it (age spec, sections "Header" and "Header MAC").</summary>
/// <param name="Stanzas">In the order of the file.</param>
/// <param name="AuthenticatedText">All bytes up to and with the three dashes of the last line.</param>
/// <param name="Mac">32 bytes.</param>
internal sealed record AgeHeader(IReadOnlyList<Stanza> Stanzas, byte[] AuthenticatedText, byte[] Mac)
{
    /// <summary>The first line, without its end.</summary>
    public const string Version = "age-encryption.org/v1";

    private const int Columns = 64;

    /// <summary>Makes the header of a new file.</summary>
    /// <param name="stanzas">At least one.</param>
    /// <param name="fileKey">16 bytes.</param>
    public static AgeHeader Create(IReadOnlyList<Stanza> stanzas, ReadOnlySpan<byte> fileKey)
    {
        var text = new StringBuilder(Version).Append('\n');
        foreach (var stanza in stanzas)
        {
            Append(text, stanza);
        }

        var authenticated = Encoding.ASCII.GetBytes(text.Append("---").ToString());
        return new AgeHeader(stanzas, authenticated, ComputeMac(authenticated, fileKey));
    }

    /// <summary>Whether the header is the one the owner of the file key wrote.</summary>
    public bool IsAuthentic(ReadOnlySpan<byte> fileKey) =>
        CryptographicOperations.FixedTimeEquals(ComputeMac(AuthenticatedText, fileKey), Mac);

    /// <summary>Writes the header with the line end behind it.</summary>
    public void WriteTo(Stream output)
    {
        output.Write(AuthenticatedText);
        output.Write(Encoding.ASCII.GetBytes($" {StrictBase64.Encode(Mac)}\n"));
    }

    private static void Append(StringBuilder text, Stanza stanza)
    {
        text.Append("-> ").Append(stanza.Type);
        foreach (var argument in stanza.Arguments)
        {
            text.Append(' ').Append(argument);
        }

        text.Append('\n');
        var body = StrictBase64.Encode(stanza.Body).AsSpan();
        for (; body.Length >= Columns; body = body[Columns..])
        {
            text.Append(body[..Columns]).Append('\n');
        }

        text.Append(body).Append('\n');
    }

    private static byte[] ComputeMac(ReadOnlySpan<byte> text, ReadOnlySpan<byte> fileKey)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, salt: [], info: "header"u8);
        try
        {
            return HMACSHA256.HashData(key, text);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
