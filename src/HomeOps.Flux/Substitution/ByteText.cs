using System.Text;

namespace HomeOps.Flux;

/// <summary>
/// Texts as Go has them: a string each of whose characters stands for one byte of UTF-8, so that lengths count bytes and a cut may go
/// through a character.
/// </summary>
internal static class ByteText
{
    public static string Of(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public static byte[] ToBytes(string bytes) => Encoding.Latin1.GetBytes(bytes);

    /// <summary>The characters; bytes that are no UTF-8 become U+FFFD.</summary>
    public static string Decode(string bytes) => Encoding.UTF8.GetString(ToBytes(bytes));

    /// <summary>The character at a place and the number of its bytes; 1 for a byte that begins none.</summary>
    public static (Rune Rune, int Length) RuneAt(ReadOnlySpan<char> bytes, int index)
    {
        if (bytes[index] < 0x80)
        {
            return (new Rune(bytes[index]), 1);
        }

        Span<byte> buffer = stackalloc byte[4];
        var count = Encoding.Latin1.GetBytes(bytes.Slice(index, Math.Min(4, bytes.Length - index)), buffer);
        return Rune.DecodeFromUtf8(buffer[..count], out var rune, out var length) == System.Buffers.OperationStatus.Done
            ? (rune, length)
            : (Rune.ReplacementChar, 1);
    }

    public static string Reverse(string bytes)
    {
        var runes = new List<Rune>();
        foreach (var rune in Decode(bytes).EnumerateRunes())
        {
            runes.Add(rune);
        }

        runes.Reverse();
        return Of(string.Concat(runes));
    }
}
