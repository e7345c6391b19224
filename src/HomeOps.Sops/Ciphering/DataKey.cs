using System.Security.Cryptography;
using HomeOps.Age;

namespace HomeOps.Sops.Ciphering;

/// <summary>The 32 bytes that encrypt every value of one file. Cleared when disposed of.</summary>
internal sealed class DataKey(byte[] bytes) : IDisposable
{
    public const int Length = 32;

    private readonly byte[] bytes = bytes;

    /// <summary>The key itself; not to be kept.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A new key.</summary>
    public static DataKey Create(RandomFill random)
    {
        var fresh = GC.AllocateArray<byte>(Length, pinned: true);
        random(fresh);
        return new DataKey(fresh);
    }

    /// <summary>Encrypts one value under a fresh random initialization vector.</summary>
    public EncryptedValue Seal(byte[] plain, string type, byte[] additional, RandomFill random)
    {
        var iv = new byte[EncryptedValue.IvLength];
        random(iv);
        var (data, tag) = AesGcm256.Seal(bytes, iv, additional, plain);
        return new EncryptedValue(data, iv, tag, type);
    }

    /// <summary>Decrypts one value; null when it was changed, moved or made with another key.</summary>
    public byte[]? Open(EncryptedValue value, byte[] additional) =>
        AesGcm256.Open(bytes, value.Iv, additional, value.Data, value.Tag);

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
