using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace HomeOps.Sops.Ciphering;

/// <summary>
/// AES-256-GCM with an initialization vector of any length. SOPS writes 32 bytes; the class library's own AES-GCM takes
/// 12 only.
/// </summary>
internal static class AesGcm256
{
    public const int TagLength = 16;

    /// <summary>Encrypts; returns ciphertext and the 16-byte tag.</summary>
    public static (byte[] Data, byte[] Tag) Seal(byte[] key, byte[] iv, byte[] additional, byte[] plain)
    {
        var cipher = Start(true, key, iv, additional);
        var output = new byte[plain.Length + TagLength];
        var written = cipher.ProcessBytes(plain, 0, plain.Length, output, 0);
        cipher.DoFinal(output, written);
        return (output[..plain.Length], output[plain.Length..]);
    }

    /// <summary>Decrypts; null when the tag does not fit key, vector, path and ciphertext.</summary>
    public static byte[]? Open(byte[] key, byte[] iv, byte[] additional, byte[] data, byte[] tag)
    {
        if (iv.Length == 0 || tag.Length != TagLength)
        {
            return null;
        }

        try
        {
            var cipher = Start(false, key, iv, additional);
            var output = new byte[cipher.GetOutputSize(data.Length + tag.Length)];
            var written = cipher.ProcessBytes(data, 0, data.Length, output, 0);
            written += cipher.ProcessBytes(tag, 0, tag.Length, output, written);
            cipher.DoFinal(output, written);
            return output;
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }

    private static GcmBlockCipher Start(bool forEncryption, byte[] key, byte[] iv, byte[] additional)
    {
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(forEncryption, new AeadParameters(new KeyParameter(key), TagLength * 8, iv, additional));
        return cipher;
    }
}
