using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Kems;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace HomeOps.Age;

/// <summary>
/// The X-Wing key encapsulation (draft-connolly-cfrg-xwing-kem, KEM 0x647A of HPKE): ML-KEM-768 and X25519 side by side, so that the
/// secret holds as long as one of the two does.
/// </summary>
internal static class XWing
{
    /// <summary>Bytes of the seed that is the private key.</summary>
    public const int SeedSize = 32;

    /// <summary>Bytes of a public key: 1184 of ML-KEM, 32 of X25519.</summary>
    public const int PublicKeySize = MLKemPublicKeySize + X25519.KeySize;

    /// <summary>Bytes of an encapsulation: 1088 of ML-KEM, 32 of X25519.</summary>
    public const int EncapsulationSize = MLKemCiphertextSize + X25519.KeySize;

    /// <summary>Bytes of the secret that comes out.</summary>
    public const int SecretSize = 32;

    private const int MLKemPublicKeySize = 1184;
    private const int MLKemCiphertextSize = 1088;
    private const int MLKemSeedSize = 64;

    private static ReadOnlySpan<byte> Label => [0x5C, 0x2E, 0x2F, 0x2F, 0x5E, 0x5C];

    /// <summary>The public key of a seed.</summary>
    public static byte[] PublicKey(ReadOnlySpan<byte> seed)
    {
        Span<byte> secret = stackalloc byte[X25519.KeySize];
        var key = Expand(seed, secret);
        byte[] result = [.. key.GetPublicKeyEncoded(), .. X25519.PublicKey(secret)];
        CryptographicOperations.ZeroMemory(secret);
        return result;
    }

    /// <summary>Whether the ML-KEM half is in range (FIPS 203 section 7.2).</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> publicKey)
    {
        try
        {
            MLKemPublicKeyParameters.FromEncoding(
                MLKemParameters.ml_kem_768,
                publicKey[..MLKemPublicKeySize].ToArray()
            );
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Makes a secret that the owner of a public key can compute from the encapsulation.</summary>
    /// <param name="publicKey">One that <see cref="IsPublicKey"/> accepts.</param>
    /// <param name="random">Source of the one-time keys.</param>
    /// <param name="secret">Receives <see cref="SecretSize"/> bytes.</param>
    /// <returns>The encapsulation, or null when the X25519 half of the public key is a weak point.</returns>
    public static byte[]? Encapsulate(ReadOnlySpan<byte> publicKey, RandomFill random, Span<byte> secret)
    {
        var recipient = MLKemPublicKeyParameters.FromEncoding(
            MLKemParameters.ml_kem_768,
            publicKey[..MLKemPublicKeySize].ToArray()
        );
        var encapsulator = new MLKemEncapsulator(MLKemParameters.ml_kem_768);
        encapsulator.Init(new ParametersWithRandom(recipient, new SecureRandom(new RandomSource(random))));
        var encapsulation = new byte[EncapsulationSize];
        var postQuantum = new byte[32];
        Span<byte> ephemeral = stackalloc byte[X25519.KeySize];
        Span<byte> classic = stackalloc byte[X25519.KeySize];
        try
        {
            encapsulator.Encapsulate(encapsulation, 0, MLKemCiphertextSize, postQuantum, 0, postQuantum.Length);
            random(ephemeral);
            var share = X25519.PublicKey(ephemeral);
            share.CopyTo(encapsulation.AsSpan(MLKemCiphertextSize));
            var point = publicKey[MLKemPublicKeySize..];
            if (!X25519.TryAgree(ephemeral, point, classic))
            {
                return null;
            }

            Combine(postQuantum, classic, share, point, secret);
            return encapsulation;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(postQuantum);
            CryptographicOperations.ZeroMemory(ephemeral);
            CryptographicOperations.ZeroMemory(classic);
        }
    }

    /// <summary>Computes the secret of an encapsulation. One made for another key gives some other secret.</summary>
    /// <returns>False when the X25519 half of the encapsulation is a weak point.</returns>
    public static bool TryDecapsulate(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> encapsulation, Span<byte> secret)
    {
        var postQuantum = new byte[32];
        Span<byte> own = stackalloc byte[X25519.KeySize];
        Span<byte> classic = stackalloc byte[X25519.KeySize];
        try
        {
            var decapsulator = new MLKemDecapsulator(MLKemParameters.ml_kem_768);
            decapsulator.Init(Expand(seed, own));
            decapsulator.Decapsulate(
                encapsulation[..MLKemCiphertextSize].ToArray(),
                0,
                MLKemCiphertextSize,
                postQuantum,
                0,
                postQuantum.Length
            );
            var share = encapsulation[MLKemCiphertextSize..];
            if (!X25519.TryAgree(own, share, classic))
            {
                return false;
            }

            Combine(postQuantum, classic, share, X25519.PublicKey(own), secret);
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(postQuantum);
            CryptographicOperations.ZeroMemory(own);
            CryptographicOperations.ZeroMemory(classic);
        }
    }

    private static MLKemPrivateKeyParameters Expand(ReadOnlySpan<byte> seed, Span<byte> x25519Secret)
    {
        Span<byte> expanded = stackalloc byte[MLKemSeedSize + X25519.KeySize];
        var shake = new ShakeDigest(256);
        shake.BlockUpdate(seed);
        shake.OutputFinal(expanded);
        var mlKemSeed = expanded[..MLKemSeedSize].ToArray();
        expanded[MLKemSeedSize..].CopyTo(x25519Secret);
        var key = MLKemPrivateKeyParameters.FromSeed(MLKemParameters.ml_kem_768, mlKemSeed);
        CryptographicOperations.ZeroMemory(expanded);
        CryptographicOperations.ZeroMemory(mlKemSeed);
        return key;
    }

    private static void Combine(
        ReadOnlySpan<byte> postQuantum,
        ReadOnlySpan<byte> classic,
        ReadOnlySpan<byte> share,
        ReadOnlySpan<byte> recipient,
        Span<byte> secret
    )
    {
        var sha3 = new Sha3Digest(256);
        sha3.BlockUpdate(postQuantum);
        sha3.BlockUpdate(classic);
        sha3.BlockUpdate(share);
        sha3.BlockUpdate(recipient);
        sha3.BlockUpdate(Label);
        sha3.DoFinal(secret);
    }
}
