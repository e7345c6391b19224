using System.Globalization;
using System.Text;

namespace HomeOps.Sops;

/// <summary>
/// One typed value in the canonical form that SOPS encrypts and hashes: <c>0x1F</c> is <c>31</c>, <c>1.50</c> is <c>1.5</c>, <c>true</c> is
/// <c>True</c>, <c>2024-01-01</c> is <c>2024-01-01T00:00:00Z</c>.
/// </summary>
public sealed class SopsScalar : SopsNode
{
    private readonly byte[]? bytes;

    private SopsScalar(SopsType type, string text, byte[]? bytes = null)
    {
        Type = type;
        Text = text;
        this.bytes = bytes;
    }

    /// <summary>What it is.</summary>
    public SopsType Type { get; }

    /// <summary>The canonical text; base64 for bytes, empty for null.</summary>
    public string Text { get; }

    /// <summary>The encrypted form it was decrypted from, so that an unchanged value keeps its very characters.</summary>
    internal string? Cipher { get; init; }

    /// <summary>Null and the empty string are never encrypted: there is nothing to hide and no ciphertext of length zero.</summary>
    internal bool IsEmpty => Type == SopsType.Null || (Type == SopsType.String && Text.Length == 0);

    /// <summary>No value.</summary>
    public static SopsScalar Null { get; } = new(SopsType.Null, "");

    /// <summary>Text.</summary>
    public static SopsScalar String(string text) => new(SopsType.String, text);

    /// <summary>An integer.</summary>
    public static SopsScalar Int(long value) => new(SopsType.Int, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A double.</summary>
    public static SopsScalar Float(double value) => new(SopsType.Float, Tree.GoNumber.Fixed(value));

    /// <summary>A truth value.</summary>
    public static SopsScalar Bool(bool value) => new(SopsType.Bool, value ? "True" : "False");

    /// <summary>Bytes; those that are UTF-8 become text, as they do for SOPS.</summary>
    public static SopsScalar Binary(byte[] value)
    {
        try
        {
            return String(StrictUtf8.GetString(value));
        }
        catch (DecoderFallbackException)
        {
            return new(SopsType.Binary, Convert.ToBase64String(value), [.. value]);
        }
    }

    /// <summary>A point in time, already in RFC 3339 with trailing zeros of the fraction cut.</summary>
    internal static SopsScalar Time(string text) => new(SopsType.Time, text);

    /// <summary>The same value at a place, with the encrypted form it came from.</summary>
    internal SopsScalar From(Text.TextSpan span, string? cipher = null) =>
        new(Type, Text, bytes) { Span = span, Cipher = cipher };

    /// <summary>The bytes that are encrypted and hashed, for the caller to clear.</summary>
    internal byte[] ToBytes() => bytes is null ? Encoding.UTF8.GetBytes(Text) : [.. bytes];

    /// <summary>The name of the type in an encrypted value.</summary>
    internal string TypeName =>
        Type switch
        {
            SopsType.Int => "int",
            SopsType.Float => "float",
            SopsType.Bool => "bool",
            SopsType.Time => "time",
            _ => "str",
        };

    internal bool SameValue(SopsScalar other) =>
        Type == other.Type && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <summary>The type's name only: a value may be a secret and must not reach a message by accident.</summary>
    public override string ToString() => $"{Type} value";

    private static UTF8Encoding StrictUtf8 => new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
