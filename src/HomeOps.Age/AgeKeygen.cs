namespace HomeOps.Age;

/// <summary>Makes identities, as age-keygen does.</summary>
public static class AgeKeygen
{
    /// <summary>A new identity.</summary>
    /// <param name="postQuantum">An ML-KEM-768 and X25519 hybrid key instead of an X25519 key.</param>
    /// <param name="random">Pass <c>RandomNumberGenerator.Fill</c>.</param>
    public static AgeIdentity Generate(bool postQuantum, RandomFill random)
    {
        var secret = KeyMemory.New(32);
        random(secret);
        return postQuantum ? new HybridIdentity(secret) : new X25519Identity(secret);
    }

    /// <summary>SECRET. The three lines of a new identity file, for a file with mode 0600.</summary>
    /// <param name="identity">One that has a line, see <see cref="AgeIdentity.ToSecretLine"/>.</param>
    /// <param name="created">Now, with the local offset.</param>
    /// <exception cref="ArgumentException">The identity has no line of an identity file.</exception>
    public static string FileText(AgeIdentity identity, DateTimeOffset created)
    {
        var line =
            identity.ToSecretLine()
            ?? throw new ArgumentException("not an identity of an identity file", nameof(identity));
        var offset = created.Offset == TimeSpan.Zero ? "Z" : $"{created:zzz}";
        return $"# created: {created:yyyy-MM-dd'T'HH:mm:ss}{offset}\n# public key: {identity.Recipient}\n{line}\n";
    }
}
