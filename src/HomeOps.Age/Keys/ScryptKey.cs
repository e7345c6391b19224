using System.Text;

namespace HomeOps.Age;

/// <summary>From a passphrase to the key that wraps the file key (age spec, section "scrypt recipient stanza").</summary>
internal static class ScryptKey
{
    public const string StanzaType = "scrypt";
    public const int SaltSize = 16;

    /// <summary>More than this is refused: 22 takes 4 GiB of memory.</summary>
    public const int MaxWorkFactor = 22;

    /// <summary>The passphrase in UTF-8.</summary>
    public static byte[] Bytes(ReadOnlySpan<char> passphrase)
    {
        if (passphrase.IsEmpty)
        {
            throw AgeDiagnostics.EmptyPassphrase();
        }

        var bytes = KeyMemory.New(Encoding.UTF8.GetByteCount(passphrase));
        Encoding.UTF8.GetBytes(passphrase, bytes);
        return bytes;
    }

    /// <summary>32 bytes for the caller to clear.</summary>
    public static byte[] Derive(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, int workFactor)
    {
        byte[] labeled = [.. "age-encryption.org/v1/scrypt"u8, .. salt];
        var key = KeyMemory.New(32);
        try
        {
            Scrypt.Derive(passphrase, labeled, workFactor, key);
            return key;
        }
        catch (OutOfMemoryException)
        {
            throw AgeDiagnostics.TooMuchWork(workFactor);
        }
    }

    /// <summary>A decimal number without sign or leading zeros, at most <see cref="MaxWorkFactor"/>.</summary>
    public static int ParseWorkFactor(string text)
    {
        if (text.Length is < 1 or > 9 || text[0] == '0' || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw AgeDiagnostics.DamagedHeader("the work factor of the scrypt recipient is not a number");
        }

        var workFactor = int.Parse(text);
        return workFactor <= MaxWorkFactor ? workFactor : throw AgeDiagnostics.TooMuchWork(workFactor);
    }
}
