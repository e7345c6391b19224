using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;
using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Metadata;
using HomeOps.Text;

namespace HomeOps.Sops.Walking;

/// <summary>The MAC of a file: its digest, encrypted and bound to <c>lastmodified</c>.</summary>
internal static class Mac
{
    /// <summary>Encrypts a digest.</summary>
    public static string Seal(string digest, string lastModified, DataKey key, RandomFill random) =>
        key.Seal(Encoding.ASCII.GetBytes(digest), "str", Encoding.UTF8.GetBytes(lastModified), random).ToString();

    /// <summary>Whether the MAC of a file holds this digest.</summary>
    public static bool Holds(SopsMetadata metadata, string digest, DataKey key) =>
        Stored(metadata, key) is { } stored
        && CryptographicOperations.FixedTimeEquals(stored, Encoding.ASCII.GetBytes(digest));

    /// <summary>Compares the MAC of a file with the digest of what it holds.</summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.MacMismatch"/>.</exception>
    public static void Verify(SopsMetadata metadata, string digest, DataKey key, SourceText source)
    {
        var at = source.At((metadata.Block["mac"] ?? metadata.Block).Span);
        if (metadata.Mac.Length == 0)
        {
            throw Mismatch(SopsDiagnostics.NoMac(at));
        }

        if (Stored(metadata, key) is null)
        {
            throw Mismatch(SopsDiagnostics.MacUnreadable(at));
        }

        if (!Holds(metadata, digest, key))
        {
            throw Mismatch(SopsDiagnostics.MacMismatch(at));
        }
    }

    private static byte[]? Stored(SopsMetadata metadata, DataKey key) =>
        EncryptedValue.Parse(metadata.Mac) is { } value
            ? key.Open(value, Encoding.UTF8.GetBytes(metadata.LastModified))
            : null;

    private static SopsException Mismatch(Diagnostic diagnostic) => new(SopsFailure.MacMismatch, diagnostic);
}
