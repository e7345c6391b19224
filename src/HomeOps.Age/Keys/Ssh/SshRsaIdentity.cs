using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace HomeOps.Age;

/// <summary>
/// An RSA SSH private key. BouncyCastle keeps it in numbers that cannot be overwritten; disposing drops them. It also examines them at
/// length, so they are handed over only when a file is for this key.
/// </summary>
internal sealed class SshRsaIdentity : SshIdentity
{
    private readonly SshRsaRecipient recipient;
    private Func<RsaPrivateCrtKeyParameters>? key;

    private SshRsaIdentity(SshRsaRecipient recipient, Func<RsaPrivateCrtKeyParameters> key)
    {
        this.recipient = recipient;
        this.key = key;
    }

    public override AgeRecipient Recipient => recipient;

    /// <summary>The key of its primes, all in big-endian; the rest is computed.</summary>
    /// <exception cref="ArgumentException">The numbers are not an RSA key.</exception>
    /// <exception cref="ArithmeticException">The numbers are not an RSA key.</exception>
    public static SshRsaIdentity Create(
        ReadOnlySpan<byte> modulus,
        ReadOnlySpan<byte> exponent,
        ReadOnlySpan<byte> privateExponent,
        ReadOnlySpan<byte> p,
        ReadOnlySpan<byte> q
    )
    {
        var n = new BigInteger(1, modulus);
        var e = new BigInteger(1, exponent);
        var d = new BigInteger(1, privateExponent);
        var firstPrime = new BigInteger(1, p);
        var secondPrime = new BigInteger(1, q);
        var beforeFirst = firstPrime.Subtract(BigInteger.One);
        var beforeSecond = secondPrime.Subtract(BigInteger.One);
        if (
            !firstPrime.Multiply(secondPrime).Equals(n)
            || !e.Multiply(d).Mod(beforeFirst).Equals(BigInteger.One)
            || !e.Multiply(d).Mod(beforeSecond).Equals(BigInteger.One)
        )
        {
            throw new ArgumentException("the numbers do not belong together", nameof(modulus));
        }

        var inverse = secondPrime.ModInverse(firstPrime);
        return new SshRsaIdentity(
            new SshRsaRecipient(n, e),
            () =>
                new RsaPrivateCrtKeyParameters(
                    n,
                    e,
                    d,
                    firstPrime,
                    secondPrime,
                    d.Remainder(beforeFirst),
                    d.Remainder(beforeSecond),
                    inverse
                )
        );
    }

    private protected override void Clear() => key = null;

    private protected override byte[]? Unwrap(Stanza stanza)
    {
        if (!recipient.IsNamedBy(stanza) || key is null)
        {
            return null;
        }

        return stanza.Arguments.Count == 1
            ? Open(stanza.Body, key)
            : throw AgeDiagnostics.DamagedHeader("an ssh-rsa recipient has not one argument");
    }

    private byte[] Open(byte[] body, Func<RsaPrivateCrtKeyParameters> privateKey)
    {
        try
        {
            // The randomness only hides from the clock what is computed; the result does not depend on it.
            var oaep = SshRsaRecipient.Oaep(forEncryption: false, privateKey(), RandomNumberGenerator.Fill);
            if (
                body.Length == recipient.Size
                && oaep.ProcessBlock(body, 0, body.Length) is { Length: FileKey.Size } fileKey
            )
            {
                return fileKey;
            }
        }
        catch (Exception e) when (e is CryptoException or InvalidOperationException or ArgumentException)
        {
            // The last two are how BouncyCastle says that the key is not one. All get the answer below.
        }

        throw AgeDiagnostics.DamagedHeader("its ssh-rsa recipient is this key, but the key does not open it");
    }
}
