using System.Security.Cryptography;
using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>
/// The memory of this process is searched for the bytes of a key: they are found as long as the key is in use, and nowhere after it was
/// disposed of.
/// </summary>
public sealed class KeyMemoryTests
{
    public KeyMemoryTests() => Assert.SkipUnless(ProcessMemory.IsReadable(), "needs /proc");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_private_key_is_in_memory_until_it_is_disposed_of_and_no_longer(bool postQuantum)
    {
        // Never stored as it is, so that the search finds only what the library holds.
        var masked = RandomNumberGenerator.GetBytes(32);
        var identity = AgeKeygen.Generate(postQuantum, bytes => ProcessMemory.Toggle(masked, bytes));
        var recipient = identity.Recipient;
        Assert.NotNull(recipient);
        var file = AgeFile.Encrypt("x"u8, [recipient], armor: false, RandomNumberGenerator.Fill);
        Assert.Equal("x"u8, AgeFile.Decrypt(file, [identity]));
        Assert.True(IsInMemory(masked), "the search does not find a key that is there");

        identity.Dispose();

        Assert.False(IsInMemory(masked), "the key is still in memory");
        // X25519 sets and clears bits of the first and the last byte.
        Assert.False(IsInMemory(masked[4..28]), "a clamped copy of the key is still in memory");
    }

    [Theory]
    [InlineData("x25519")]
    [InlineData("hybrid")]
    [InlineData("passphrase")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-rsa")]
    public void A_file_key_is_not_in_memory_after_encryption_or_decryption(string kind)
    {
        // The first random bytes of an encryption are the file key.
        var masked = RandomNumberGenerator.GetBytes(16);
        var isFirst = true;
        var wasInMemory = false;
        using var identity = TestKeys.Identity(kind);
        var file = AgeFile.Encrypt(
            "x"u8,
            [TestKeys.Recipient(kind)],
            armor: false,
            bytes =>
            {
                if (isFirst)
                {
                    ProcessMemory.Toggle(masked, bytes);
                }
                else
                {
                    wasInMemory |= IsInMemory(masked);
                    RandomNumberGenerator.Fill(bytes);
                }

                isFirst = false;
            }
        );

        Assert.True(wasInMemory, "the search does not find a key that is there");
        Assert.False(IsInMemory(masked), "the key is still in memory after encryption");

        Assert.Equal("x"u8, AgeFile.Decrypt(file, [identity]));

        Assert.False(IsInMemory(masked), "the key is still in memory after decryption");
    }

    [Fact]
    public void A_passphrase_is_in_memory_until_it_is_disposed_of_and_no_longer()
    {
        var passphrase = GC.AllocateArray<char>(24, pinned: true);
        var masked = new byte[passphrase.Length];
        for (var i = 0; i < passphrase.Length; i++)
        {
            passphrase[i] = (char)('a' + RandomNumberGenerator.GetInt32(26));
            ProcessMemory.Toggle([(byte)passphrase[i]], masked.AsSpan(i));
        }

        var recipient = AgePassphrase.Recipient(passphrase, workFactor: 6);
        var identity = AgePassphrase.Identity(passphrase);
        Array.Clear(passphrase);
        var file = AgeFile.Encrypt("x"u8, [recipient], armor: false, RandomNumberGenerator.Fill);
        Assert.Equal("x"u8, AgeFile.Decrypt(file, [identity]));
        Assert.True(IsInMemory(masked), "the search does not find a passphrase that is there");

        recipient.Dispose();
        identity.Dispose();

        Assert.False(IsInMemory(masked), "the passphrase is still in memory");
        Assert.Throws<ObjectDisposedException>(() =>
            AgeFile.Encrypt("x"u8, [recipient], armor: false, RandomNumberGenerator.Fill)
        );
    }

    [Fact]
    public void The_content_of_a_small_file_is_not_in_memory_once_the_caller_cleared_it()
    {
        using var identity = TestKeys.Identity("x25519");
        var masked = RandomNumberGenerator.GetBytes(32);
        var key = GC.AllocateArray<byte>(masked.Length, pinned: true);
        ProcessMemory.Toggle(masked, key);
        var file = AgeFile.Encrypt(key, [TestKeys.Recipient("x25519")], armor: true, RandomNumberGenerator.Fill);
        CryptographicOperations.ZeroMemory(key);

        var content = AgeFile.Decrypt(file, [identity]);

        Assert.True(IsInMemory(masked), "the search does not find a key that is there");
        CryptographicOperations.ZeroMemory(content);
        Assert.False(IsInMemory(masked), "the key is still in memory");
    }

    private static bool IsInMemory(byte[] masked) => ProcessMemory.Count(masked) > 0;
}
