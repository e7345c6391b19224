using System.Buffers;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Bytes of files as text.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>A file as text, without its byte order mark.</summary>
    /// <exception cref="KustomizeException">It is not UTF-8, which YAML has to be.</exception>
    public static SourceText Read(string path, byte[] bytes)
    {
        if (TryDecode(bytes) is { } text)
        {
            return new SourceText(path, text.StartsWith('\uFEFF') ? text[1..] : text);
        }

        var valid = Utf8Length(bytes);
        var shown = new SourceText(path, Encoding.UTF8.GetString(bytes));
        throw new KustomizeException(
            KustomizeDiagnostics.NotUtf8(path, bytes[valid], shown.At(Encoding.UTF8.GetCharCount(bytes, 0, valid), 1))
        );
    }

    /// <summary>The text with its byte order mark, or null when the bytes are not UTF-8.</summary>
    public static string? TryDecode(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // The bytes before the first that is no part of a character.
    private static int Utf8Length(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var taken) == OperationStatus.Done)
        {
            length += taken;
        }

        return length;
    }
}
