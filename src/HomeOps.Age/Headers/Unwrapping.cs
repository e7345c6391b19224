namespace HomeOps.Age;

/// <summary>Finds the identity that opens a header.</summary>
internal static class Unwrapping
{
    /// <returns>16 bytes for the caller to clear.</returns>
    /// <exception cref="AgeException">No identity fits, or a stanza breaks the format.</exception>
    public static byte[] FindFileKey(AgeHeader header, IReadOnlyList<AgeIdentity> identities)
    {
        foreach (var identity in identities)
        {
            if (identity.Unwrap(header.Stanzas) is { } fileKey)
            {
                return fileKey;
            }
        }

        throw AgeDiagnostics.NoMatch(header.Stanzas, identities);
    }
}
