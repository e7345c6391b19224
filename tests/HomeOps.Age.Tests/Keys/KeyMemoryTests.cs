using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HomeOps.Age.Tests;

/// <summary>
/// The memory of this process is searched for the bytes of a private key: they are found as long as the key is in use, and nowhere after it was
/// disposed of.
/// </summary>
public sealed class KeyMemoryTests
{
    private const byte Mask = 0x5A;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_key_is_in_memory_until_it_is_disposed_of_and_no_longer(bool postQuantum)
    {
        Assert.SkipUnless(File.Exists("/proc/self/mem"), "needs /proc");
        // Never stored as it is, so that the search finds only what the library holds.
        var masked = RandomNumberGenerator.GetBytes(32);
        var identity = AgeKeygen.Generate(postQuantum, bytes => Unmask(masked, bytes));
        var recipient = identity.Recipient;
        Assert.NotNull(recipient);
        var file = AgeFile.Encrypt("x"u8, [recipient], armor: false, RandomNumberGenerator.Fill);
        Assert.Equal("x"u8, AgeFile.Decrypt(file, [identity]));
        Assert.True(IsInMemory(masked), "the search does not find a key that is there");

        identity.Dispose();

        Assert.False(IsInMemory(masked), "the key is still in memory");
    }

    private static void Unmask(byte[] masked, Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(masked[i] ^ Mask);
        }
    }

    private static unsafe bool IsInMemory(byte[] masked)
    {
        const int Size = 1 << 20;
        var buffer = (byte*)NativeMemory.AllocZeroed(Size);
        try
        {
            using var memory = new FileStream("/proc/self/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
            foreach (var (start, end) in WritableRegions())
            {
                for (var at = start; at < end; at += Size - masked.Length)
                {
                    var span = new Span<byte>(buffer, (int)Math.Min(Size, end - at));
                    span.Clear();
                    if (Read(memory, at, span) && Holds(span, masked, at, (long)buffer, Size))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
        finally
        {
            NativeMemory.Clear(buffer, Size);
            NativeMemory.Free(buffer);
        }
    }

    // What the search itself has just copied does not count.
    private static bool Holds(ReadOnlySpan<byte> span, byte[] masked, long at, long buffer, int size)
    {
        var first = (byte)(masked[0] ^ Mask);
        for (var i = span.IndexOf(first); i >= 0 && i + masked.Length <= span.Length; )
        {
            var length = 0;
            while (length < masked.Length && (span[i + length] ^ Mask) == masked[length])
            {
                length++;
            }

            if (length == masked.Length && (at + i < buffer || at + i >= buffer + size))
            {
                return true;
            }

            var next = span[(i + 1)..].IndexOf(first);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    private static bool Read(FileStream memory, long at, Span<byte> span)
    {
        try
        {
            memory.Position = at;
            return memory.ReadAtLeast(span, span.Length, throwOnEndOfStream: false) > 0;
        }
        catch (IOException)
        {
            // Reserved, or gone since.
            return false;
        }
    }

    private static List<(long Start, long End)> WritableRegions() =>
        [
            .. File.ReadLines("/proc/self/maps")
                .Select(static l => l.Split(' '))
                .Where(static f => f[1].StartsWith("rw", StringComparison.Ordinal))
                .Select(static f => f[0].Split('-'))
                .Select(static r => (Parse(r[0]), Parse(r[1])))
                .Where(static r => r.Item1 > 0),
        ];

    private static long Parse(string hex) => long.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
