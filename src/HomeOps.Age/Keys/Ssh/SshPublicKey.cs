using System.Text;
using Org.BouncyCastle.Math;

namespace HomeOps.Age;

/// <summary>Reads the line of a <c>.pub</c> file or of <c>authorized_keys</c> without options: type, base64, comment.</summary>
internal static class SshPublicKey
{
    // OpenSSH allows 16384 bits; more only wastes time.
    private const int MaxRsaBits = 16384;

    /// <exception cref="AgeException">It is no key that age can encrypt to.</exception>
    public static AgeRecipient Parse(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            throw AgeDiagnostics.MalformedSshKey("it has no key behind its type");
        }

        if (parts[0] is not (SshEd25519Recipient.KeyType or SshRsaRecipient.KeyType))
        {
            throw AgeDiagnostics.UnsupportedSshKey(AgeFailure.BadRecipient, parts[0]);
        }

        var blob =
            StrictBase64.DecodePadded(Encoding.UTF8.GetBytes(parts[1]))
            ?? throw AgeDiagnostics.MalformedSshKey("the text behind its type is not base64");
        return
            new SshWireReader(blob).TryReadString(out var type) && type.SequenceEqual(Encoding.ASCII.GetBytes(parts[0]))
            ? ParseBlob(blob)
            : throw AgeDiagnostics.MalformedSshKey("it is cut short or says another type inside");
    }

    /// <summary>Reads a key as SSH writes it.</summary>
    /// <exception cref="AgeException">It is no key that age can encrypt to.</exception>
    public static SshRecipient ParseBlob(ReadOnlySpan<byte> blob)
    {
        var reader = new SshWireReader(blob);
        if (!reader.TryReadString(out var type) || !reader.TryReadString(out var first))
        {
            throw AgeDiagnostics.MalformedSshKey("it is cut short");
        }

        if (type.SequenceEqual("ssh-ed25519"u8))
        {
            return reader.Rest.IsEmpty && Ed25519.IsPublicKey(first)
                ? new SshEd25519Recipient(first)
                : throw AgeDiagnostics.MalformedSshKey("it is not an Ed25519 key inside");
        }

        if (!type.SequenceEqual("ssh-rsa"u8))
        {
            throw AgeDiagnostics.UnsupportedSshKey(AgeFailure.BadRecipient, Encoding.ASCII.GetString(type));
        }

        return reader.TryReadString(out var second) && reader.Rest.IsEmpty
            ? Rsa(new BigInteger(1, second), new BigInteger(1, first))
            : throw AgeDiagnostics.MalformedSshKey("it is not an RSA key inside");
    }

    private static SshRsaRecipient Rsa(BigInteger modulus, BigInteger exponent)
    {
        if (modulus.BitLength is < SshRsaRecipient.MinBits or > MaxRsaBits)
        {
            throw AgeDiagnostics.WeakRsaKey(modulus.BitLength);
        }

        return modulus.TestBit(0) && exponent.TestBit(0) && exponent.BitLength > 1
            ? new SshRsaRecipient(modulus, exponent)
            : throw AgeDiagnostics.MalformedSshKey("its numbers are not an RSA key");
    }
}
