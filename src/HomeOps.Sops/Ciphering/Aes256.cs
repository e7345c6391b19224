namespace HomeOps.Sops.Ciphering;

/// <summary>AES-256 as a block cipher, in time that depends on neither key nor text. Disposing it clears the key.</summary>
internal abstract class Aes256 : IDisposable
{
    public const int KeyLength = 32;
    public const int BlockLength = 16;

    /// <summary>The fastest way this processor has.</summary>
    /// <param name="key">32 bytes; copied.</param>
    public static Aes256 Create(ReadOnlySpan<byte> key) =>
        Aes256X86.IsSupported ? new Aes256X86(key)
        : Aes256Arm.IsSupported ? new Aes256Arm(key)
        : new Aes256Library(key);

    /// <summary>Encrypts whole blocks in place, each by itself.</summary>
    public abstract void Encrypt(Span<byte> blocks);

    public abstract void Dispose();
}
