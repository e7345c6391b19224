using System.Security.Cryptography;

namespace HomeOps.Sops.Ciphering;

/// <summary>
/// AES-256 of the class library, for processors without instructions for it. OpenSSL computes it without tables; it and the class
/// library clear their copies of the key when they are disposed of.
/// </summary>
internal sealed class Aes256Library : Aes256
{
    private readonly Aes aes = Aes.Create();

    public Aes256Library(ReadOnlySpan<byte> key) => aes.SetKey(key);

    // Blocks are counters, each used once: what makes this mode weak for texts does not apply.
    public override void Encrypt(Span<byte> blocks) => aes.EncryptEcb(blocks, blocks, PaddingMode.None);

    public override void Dispose() => aes.Dispose();
}
