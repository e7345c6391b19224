using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace HomeOps.Age;

/// <summary>An RSA SSH key as recipient: OAEP with SHA-256 (filippo.io/age/agessh, "ssh-rsa").</summary>
internal sealed class SshRsaRecipient : SshRecipient
{
    public const string KeyType = "ssh-rsa";
    public const int MinBits = 2048;

    private readonly BigInteger modulus;
    private readonly BigInteger exponent;

    /// <param name="modulus">At least <see cref="MinBits"/> long, and odd.</param>
    /// <param name="exponent">Odd.</param>
    public SshRsaRecipient(BigInteger modulus, BigInteger exponent)
        : base(KeyType, PublicBlob(modulus, exponent))
    {
        this.modulus = modulus;
        this.exponent = exponent;
    }

    /// <summary>Bytes of the modulus, and so of a stanza's body.</summary>
    public int Size => (modulus.BitLength + 7) / 8;

    /// <summary>The padding, for one direction.</summary>
    public static OaepEncoding Oaep(bool forEncryption, ICipherParameters key, RandomFill random)
    {
        var oaep = new OaepEncoding(
            new RsaBlindedEngine(),
            new Sha256Digest(),
            new Sha256Digest(),
            "age-encryption.org/v1/ssh-rsa"u8.ToArray()
        );
        oaep.Init(forEncryption, new ParametersWithRandom(key, new SecureRandom(new RandomSource(random))));
        return oaep;
    }

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        // Of an array that the collector moves in the meantime a copy would stay behind.
        var input = KeyMemory.New(fileKey.Length);
        fileKey.CopyTo(input);
        try
        {
            var body = Oaep(forEncryption: true, Key(), random).ProcessBlock(input, 0, input.Length);
            return new Stanza(KeyType, [FingerprintText], body);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(input);
        }
    }

    private static byte[] PublicBlob(BigInteger modulus, BigInteger exponent) =>
        new SshWireWriter()
            .String(KeyType)
            .String(exponent.ToByteArray())
            .String(modulus.ToByteArray())
            .Written.ToArray();

    // BouncyCastle looks for small factors and for primes, which takes a tenth of a second: too long for keys that are only read.
    private RsaKeyParameters Key()
    {
        try
        {
            return new RsaKeyParameters(isPrivate: false, modulus, exponent);
        }
        catch (ArgumentException)
        {
            throw AgeDiagnostics.MalformedSshKey("its numbers are not an RSA key");
        }
    }
}
