using System.Text;

namespace HomeOps.Kustomize;

/// <summary>Bytes of files as text.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text; bytes that are not UTF-8 become U+FFFD, a byte order mark is dropped.</summary>
    public static string Decode(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
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
}
