using System.Security.Cryptography;

namespace HomeOps.Sops.Walking;

/// <summary>
/// The digest that a file's MAC holds: SHA-512 over the values in file order, without keys or separators. Comments, nulls and
/// empty strings are no part of it.
/// </summary>
internal sealed class MacHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
    private readonly bool onlyEncrypted;

    public MacHash(bool onlyEncrypted)
    {
        this.onlyEncrypted = onlyEncrypted;
        if (onlyEncrypted)
        {
            // Keeps the two kinds of digest apart.
            hash.AppendData(SHA256.HashData("sops"u8));
        }
    }

    /// <summary>Adds a value.</summary>
    public void Add(SopsScalar scalar, bool encrypted)
    {
        if (!scalar.IsEmpty && (encrypted || !onlyEncrypted))
        {
            hash.AppendData(scalar.ToBytes());
        }
    }

    /// <summary>The digest in upper-case hexadecimal, as it is encrypted.</summary>
    public string Finish() => Convert.ToHexString(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
