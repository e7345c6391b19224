namespace HomeOps.Age;

/// <summary>Finds the identity that opens a header.</summary>
internal static class Unwrapping
{
    /// <returns>16 bytes for the caller to clear.</returns>
    /// <exception cref="AgeException">No identity fits, or a stanza breaks the format.</exception>
    public static byte[] FindFileKey(AgeHeader header, IReadOnlyList<AgeIdentity> identities)
    {
        var protectedByPassphrase = false;
        foreach (var stanza in header.Stanzas)
        {
            protectedByPassphrase |= stanza.Is(ScryptKey.StanzaType);
        }

        if (protectedByPassphrase && header.Stanzas.Count > 1)
        {
            throw AgeDiagnostics.DamagedHeader("a passphrase is not its only recipient");
        }

        // age's own keys go first: an SSH key that fits but does not open the file is an error, not a reason to go on.
        var fileKey =
            Try(header, identities, static i => i is not SshIdentity)
            ?? Try(header, identities, static i => i is SshIdentity);
        if (fileKey is not null)
        {
            return fileKey;
        }

        throw protectedByPassphrase && identities.Any(static i => i is ScryptIdentity)
            ? AgeDiagnostics.WrongPassphrase()
            : AgeDiagnostics.NoMatch(header.Stanzas, identities);
    }

    private static byte[]? Try(AgeHeader header, IReadOnlyList<AgeIdentity> identities, Func<AgeIdentity, bool> applies)
    {
        foreach (var identity in identities)
        {
            if (applies(identity) && identity.Unwrap(header.Stanzas) is { } fileKey)
            {
                return fileKey;
            }
        }

        return null;
    }
}
