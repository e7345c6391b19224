using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;

namespace HomeOps.Conformance;

/// <summary>
/// A file of the C2SP/CCTV age testkit: lines <c>name: value</c> that say what must happen and with which keys, an empty line, an age
/// file.
/// </summary>
internal static class AgeTestkit
{
    /// <returns>Null when what must happen happens, else what happens.</returns>
    public static string? Run(ReadOnlySpan<byte> file)
    {
        var end = file.IndexOf("\n\n"u8);
        var fields = Encoding
            .UTF8.GetString(file[..end])
            .Split('\n')
            .Select(static l => l.Split(": ", 2))
            .ToLookup(static f => f[0], static f => f[1], StringComparer.Ordinal);
        var content = fields["compressed"].Any() ? Inflate(file[(end + 2)..]) : file[(end + 2)..].ToArray();
        var identities = fields["identity"]
            .Select(AgeIdentity.Parse)
            .Concat(fields["passphrase"].Select(static p => AgePassphrase.Identity(p)))
            .ToList();

        var output = new MemoryStream();
        var outcome = Decrypt(content, output, identities);
        if (outcome != fields["expect"].Single())
        {
            return $"{outcome} instead of {fields["expect"].Single()}";
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(output.ToArray()));
        return fields["payload"].All(h => h == hash) ? null : $"other content: {output.Length} bytes";
    }

    /// <summary>The failure as the testkit calls it.</summary>
    public static string Class(AgeFailure failure) =>
        failure switch
        {
            AgeFailure.HeaderFailure => "header failure",
            AgeFailure.ArmorFailure => "armor failure",
            AgeFailure.HmacFailure => "HMAC failure",
            AgeFailure.PayloadFailure => "payload failure",
            AgeFailure.NoMatch => "no match",
            _ => failure.ToString(),
        };

    private static string Decrypt(byte[] content, MemoryStream output, List<AgeIdentity> identities)
    {
        try
        {
            AgeFile.Decrypt(new MemoryStream(content), output, identities);
            return "success";
        }
        catch (AgeException e)
        {
            return Class(e.Failure);
        }
    }

    private static byte[] Inflate(ReadOnlySpan<byte> bytes)
    {
        var output = new MemoryStream();
        new ZLibStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress).CopyTo(output);
        return output.ToArray();
    }
}
