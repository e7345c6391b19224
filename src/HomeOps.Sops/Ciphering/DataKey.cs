using System.Security.Cryptography;
using HomeOps.Age;

namespace HomeOps.Sops.Ciphering;

/// <summary>The 32 bytes that encrypt every value of one file. Cleared when disposed of.</summary>
internal sealed class DataKey : IDisposable
{
    public const int Length = 32;

    private readonly byte[] bytes;
    private readonly AesGcm256 cipher;

    /// <param name="bytes">32 bytes in memory that the collector does not move, which this takes over and clears.</param>
    public DataKey(byte[] bytes)
    {
        this.bytes = bytes;
        cipher = new AesGcm256(bytes);
    }

    /// <summary>The key itself; not to be kept.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A new key.</summary>
    public static DataKey Create(RandomFill random)
    {
        var fresh = NewBuffer(Length);
        random(fresh);
        return new DataKey(fresh);
    }

    /// <summary>A key that was recovered by other means, which the caller clears.</summary>
    public static DataKey Copy(ReadOnlySpan<byte> key)
    {
        var copy = NewBuffer(key.Length);
        key.CopyTo(copy);
        return new DataKey(copy);
    }

    /// <summary>Memory for key bytes that the collector does not move: clearing it leaves no copy behind.</summary>
    public static byte[] NewBuffer(int length) => GC.AllocateArray<byte>(length, pinned: true);

    /// <summary>Encrypts one value under a fresh random initialization vector.</summary>
    public EncryptedValue Seal(byte[] plain, string type, byte[] additional, RandomFill random)
    {
        var iv = new byte[EncryptedValue.IvLength];
        random(iv);
        var (data, tag) = cipher.Seal(iv, additional, plain);
        return new EncryptedValue(data, iv, tag, type);
    }

    /// <summary>Decrypts one value; null when it was changed, moved or made with another key.</summary>
    public byte[]? Open(EncryptedValue value, byte[] additional) =>
        cipher.Open(value.Iv, additional, value.Data, value.Tag);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        cipher.Dispose();
    }
}
