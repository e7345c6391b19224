namespace HomeOps.Sops.Ciphering;

/// <summary>
/// <c>ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]</c>: one encrypted value as it stands in a file.
/// </summary>
/// <param name="Data">The ciphertext, as long as the plaintext; never empty in a file.</param>
/// <param name="Iv">The initialization vector.</param>
/// <param name="Tag">The authentication tag.</param>
/// <param name="Type">What the plaintext is: <c>str</c>, <c>int</c>, <c>float</c>, <c>bool</c>, <c>time</c>, <c>bytes</c>, <c>comment</c>.</param>
internal sealed record EncryptedValue(byte[] Data, byte[] Iv, byte[] Tag, string Type)
{
    /// <summary>The length SOPS uses; readers take any.</summary>
    public const int IvLength = 32;

    private const string Start = "ENC[AES256_GCM,data:";
    private const string IvMark = ",iv:";
    private const string TagMark = ",tag:";
    private const string TypeMark = ",type:";

    /// <summary>Whether a text looks like an encrypted value, sound or not.</summary>
    public static bool LooksEncrypted(string text) => text.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>Whether there is an encrypted value anywhere in a text: whatever else it is, it is a SOPS file.</summary>
    public static bool IsIn(string text) => text.Contains(Start, StringComparison.Ordinal);

    /// <summary>Reads one; null for anything else. Text behind the closing bracket is ignored, as SOPS does.</summary>
    public static EncryptedValue? Parse(string text)
    {
        if (!LooksEncrypted(text))
        {
            return null;
        }

        var lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        var line = lineEnd < 0 ? text.AsSpan() : text.AsSpan(0, lineEnd);
        var close = line.LastIndexOf(']');
        return close < 0 ? null : ParseFields(line[Start.Length..close]);
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Concat(
            Start + Convert.ToBase64String(Data),
            IvMark + Convert.ToBase64String(Iv),
            TagMark + Convert.ToBase64String(Tag),
            TypeMark + Type + "]"
        );

    private static EncryptedValue? ParseFields(ReadOnlySpan<char> fields)
    {
        var type = Cut(ref fields, TypeMark);
        var tag = Cut(ref fields, TagMark);
        var iv = Cut(ref fields, IvMark);
        if (type.IsEmpty || tag.IsEmpty || iv.IsEmpty || fields.IsEmpty)
        {
            return null;
        }

        return Decode(fields) is { } d && Decode(iv) is { } i && Decode(tag) is { } t
            ? new EncryptedValue(d, i, t, type.ToString())
            : null;
    }

    // Takes the last field off; empty when the mark is not there.
    private static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> fields, string mark)
    {
        var at = fields.LastIndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return default;
        }

        var value = fields[(at + mark.Length)..];
        fields = fields[..at];
        return value;
    }

    private static byte[]? Decode(ReadOnlySpan<char> text)
    {
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(text, buffer, out var written) ? buffer[..written] : null;
    }
}
