using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace HomeOps.Age;

/// <summary>An RSA SSH private key. BouncyCastle keeps it in numbers that cannot be overwritten; disposing drops them.</summary>
internal sealed class SshRsaIdentity(RsaPrivateCrtKeyParameters key) : SshIdentity
{
    private readonly SshRsaRecipient recipient = new(key.Modulus, key.PublicExponent);
    private RsaPrivateCrtKeyParameters? key = key;

    public override AgeRecipient Recipient => recipient;

    /// <summary>The key of its primes, all in big-endian; the rest is computed.</summary>
    public static SshRsaIdentity Create(
        ReadOnlySpan<byte> modulus,
        ReadOnlySpan<byte> exponent,
        ReadOnlySpan<byte> privateExponent,
        ReadOnlySpan<byte> p,
        ReadOnlySpan<byte> q
    )
    {
        var d = new BigInteger(1, privateExponent);
        var firstPrime = new BigInteger(1, p);
        var secondPrime = new BigInteger(1, q);
        return new SshRsaIdentity(
            new RsaPrivateCrtKeyParameters(
                new BigInteger(1, modulus),
                new BigInteger(1, exponent),
                d,
                firstPrime,
                secondPrime,
                d.Remainder(firstPrime.Subtract(BigInteger.One)),
                d.Remainder(secondPrime.Subtract(BigInteger.One)),
                secondPrime.ModInverse(firstPrime)
            )
        );
    }

    private protected override void Clear() => key = null;

    private protected override byte[]? Unwrap(Stanza stanza)
    {
        if (!stanza.Is(SshRsaRecipient.KeyType))
        {
            return null;
        }

        if (stanza.Arguments is not [var fingerprint])
        {
            throw AgeDiagnostics.DamagedHeader("an ssh-rsa recipient has not one argument");
        }

        return SshFingerprint.Matches(fingerprint, recipient.Fingerprint) && key is not null
            ? Open(stanza.Body, key)
            : null;
    }

    private byte[] Open(byte[] body, RsaPrivateCrtKeyParameters privateKey)
    {
        try
        {
            // The randomness only hides from the clock what is computed; the result does not depend on it.
            var oaep = SshRsaRecipient.Oaep(forEncryption: false, privateKey, RandomNumberGenerator.Fill);
            if (
                body.Length == recipient.Size
                && oaep.ProcessBlock(body, 0, body.Length) is { Length: FileKey.Size } fileKey
            )
            {
                return fileKey;
            }
        }
        catch (CryptoException)
        {
            // The same answer as for a key of the wrong length, below.
        }

        throw AgeDiagnostics.DamagedHeader("its ssh-rsa recipient is this key, but the key does not open it");
    }
}
