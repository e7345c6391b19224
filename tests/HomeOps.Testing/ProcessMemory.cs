using System.Globalization;
using System.Runtime.InteropServices;

namespace HomeOps.Testing;

/// <summary>
/// Searches the writable memory of a process for the bytes of a key (Linux). What is looked for is given masked, so that a test that
/// searches itself finds only what others hold.
/// </summary>
public static class ProcessMemory
{
    private const byte Mask = 0x5A;
    private const int Window = 1 << 20;

    /// <summary>Whether memory can be searched here.</summary>
    public static bool IsReadable(int? process = null)
    {
        try
        {
            using var memory = Open(process);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Masks bytes, or takes the mask off.</summary>
    public static void Toggle(ReadOnlySpan<byte> bytes, Span<byte> result)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            result[i] = (byte)(bytes[i] ^ Mask);
        }
    }

    /// <summary>Masks bytes.</summary>
    public static byte[] Masked(ReadOnlySpan<byte> bytes)
    {
        var masked = new byte[bytes.Length];
        Toggle(bytes, masked);
        return masked;
    }

    /// <summary>In how many places the bytes stand.</summary>
    /// <param name="masked">What <see cref="Toggle"/> made of them.</param>
    /// <param name="process">Its number; this process when absent.</param>
    public static unsafe int Count(ReadOnlySpan<byte> masked, int? process = null)
    {
        var buffer = (byte*)NativeMemory.AllocZeroed(Window);
        try
        {
            using var memory = Open(process);
            var own = process is null ? (long)buffer : 0;
            var count = 0;
            foreach (var (start, end) in WritableRegions(process))
            {
                for (var at = start; at < end; at += Window - masked.Length + 1)
                {
                    var span = new Span<byte>(buffer, (int)Math.Min(Window, end - at));
                    span.Clear();
                    count += TryRead(memory, at, span) ? Count(span, masked, at, own) : 0;
                }
            }

            return count;
        }
        finally
        {
            NativeMemory.Clear(buffer, Window);
            NativeMemory.Free(buffer);
        }
    }

    // What the search itself has just copied does not count.
    private static int Count(ReadOnlySpan<byte> span, ReadOnlySpan<byte> masked, long at, long own)
    {
        var first = (byte)(masked[0] ^ Mask);
        var count = 0;
        for (var i = span.IndexOf(first); i >= 0 && i + masked.Length <= span.Length; )
        {
            var length = 0;
            while (length < masked.Length && (span[i + length] ^ Mask) == masked[length])
            {
                length++;
            }

            var isOwn = own != 0 && at + i >= own && at + i < own + Window;
            count += length == masked.Length && !isOwn ? 1 : 0;
            var next = span[(i + 1)..].IndexOf(first);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return count;
    }

    private static FileStream Open(int? process) =>
        new($"/proc/{Name(process)}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);

    private static bool TryRead(FileStream memory, long at, Span<byte> span)
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

    private static List<(long Start, long End)> WritableRegions(int? process) =>
        [
            .. File.ReadLines($"/proc/{Name(process)}/maps")
                .Select(static l => l.Split(' '))
                .Where(static f => f[1].StartsWith("rw", StringComparison.Ordinal))
                .Select(static f => f[0].Split('-'))
                .Select(static r => (Parse(r[0]), Parse(r[1])))
                .Where(static r => r.Item1 > 0),
        ];

    private static string Name(int? process) => process?.ToString(CultureInfo.InvariantCulture) ?? "self";

    private static long Parse(string hex) =>
        long.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
