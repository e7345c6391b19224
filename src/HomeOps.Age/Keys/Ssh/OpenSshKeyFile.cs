using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>The format of OpenSSH's private keys (openssh-portable, PROTOCOL.key).</summary>
internal static class OpenSshKeyFile
{
    private const int BlockSize = 8;
    private const int CheckSize = 8;

    private static ReadOnlySpan<byte> Magic => "openssh-key-v1\0"u8;

    /// <summary>Reads the one key of a file.</summary>
    /// <param name="bytes">What the PEM holds.</param>
    /// <param name="question">Asked when a protected key is needed.</param>
    /// <exception cref="AgeException">It is damaged, or of a type that age does not use.</exception>
    public static SshIdentity Parse(ReadOnlySpan<byte> bytes, PassphraseQuestion question)
    {
        if (!bytes.StartsWith(Magic))
        {
            throw Malformed();
        }

        var reader = new SshWireReader(bytes[Magic.Length..]);
        if (
            !reader.TryReadString(out var cipher)
            || !reader.TryReadString(out var derivation)
            || !reader.TryReadString(out var options)
            || !reader.TryReadUInt32(out var count)
            || count != 1
            || !reader.TryReadString(out var publicBlob)
            || !reader.TryReadString(out var keys)
            || !reader.Rest.IsEmpty
        )
        {
            throw Malformed();
        }

        if (cipher.SequenceEqual("none"u8))
        {
            return HasCheck(keys) ? ParseKey(keys[CheckSize..]) : throw Malformed();
        }

        var recipient = ParsePublic(publicBlob);
        var protection = OpenSshProtection.Parse(cipher, derivation, options);
        var encrypted = keys.ToArray();
        return new SshProtectedIdentity(recipient, () => Unlock(recipient, protection, encrypted, question));
    }

    /// <summary>SECRET. Writes an Ed25519 key without a passphrase.</summary>
    /// <param name="seed">32 bytes.</param>
    /// <param name="check">Any number: readers see by it whether they deciphered rightly.</param>
    /// <param name="comment">Shown by ssh-add and the like.</param>
    public static string Write(ReadOnlySpan<byte> seed, uint check, string comment)
    {
        var point = Ed25519.PublicKey(seed);
        var key = new SshWireWriter()
            .UInt32(check)
            .UInt32(check)
            .String(SshEd25519Recipient.KeyType)
            .String(point)
            .UInt32(2 * Ed25519.KeySize)
            .Raw(seed)
            .Raw(point)
            .String(comment);
        for (byte pad = 1; key.Written.Length % BlockSize != 0; pad++)
        {
            key.Raw([pad]);
        }

        var file = new SshWireWriter()
            .Raw(Magic)
            .String("none")
            .String("none")
            .String("")
            .UInt32(1)
            .String(SshEd25519Recipient.PublicBlob(point))
            .String(key.Written);
        var text = Pem(file.Written);
        key.Clear();
        file.Clear();
        return text;
    }

    private static SshRecipient ParsePublic(ReadOnlySpan<byte> blob)
    {
        try
        {
            return SshPublicKey.ParseBlob(blob);
        }
        catch (AgeException e)
        {
            throw new AgeException(AgeFailure.BadIdentity, e.Diagnostic);
        }
    }

    private static SshIdentity Unlock(
        SshRecipient recipient,
        OpenSshProtection protection,
        byte[] encrypted,
        PassphraseQuestion question
    )
    {
        var passphrase = question.Ask();
        byte[] plaintext = [];
        try
        {
            plaintext = protection.Remove(encrypted, passphrase);
            var identity = HasCheck(plaintext)
                ? ParseKey(plaintext.AsSpan(CheckSize))
                : throw AgeDiagnostics.WrongPassphrase();
            return recipient.Equals(identity.Recipient) ? identity : throw Malformed();
        }
        catch (AgeException e)
        {
            throw e.At(question.Location);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(passphrase);
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    // The same number twice in front of the keys; a wrong passphrase makes two numbers of it.
    private static bool HasCheck(ReadOnlySpan<byte> keys) =>
        keys.Length >= CheckSize && CryptographicOperations.FixedTimeEquals(keys[..4], keys[4..CheckSize]);

    private static SshIdentity ParseKey(ReadOnlySpan<byte> bytes)
    {
        var reader = new SshWireReader(bytes);
        if (!reader.TryReadString(out var type))
        {
            throw Malformed();
        }

        if (type.SequenceEqual("ssh-ed25519"u8))
        {
            return reader.TryReadString(out var point) && reader.TryReadString(out var pair) && IsPair(pair, point)
                ? new SshEd25519Identity(pair[..Ed25519.KeySize])
                : throw Malformed();
        }

        return type.SequenceEqual("ssh-rsa"u8)
            ? ParseRsa(reader)
            : throw AgeDiagnostics.UnsupportedSshKey(AgeFailure.BadIdentity, System.Text.Encoding.UTF8.GetString(type));
    }

    private static bool IsPair(ReadOnlySpan<byte> pair, ReadOnlySpan<byte> point) =>
        pair.Length == 2 * Ed25519.KeySize
        && pair[Ed25519.KeySize..].SequenceEqual(point)
        && Ed25519.PublicKey(pair[..Ed25519.KeySize]).AsSpan().SequenceEqual(point);

    private static SshRsaIdentity ParseRsa(SshWireReader reader)
    {
        if (
            !reader.TryReadString(out var n)
            || !reader.TryReadString(out var e)
            || !reader.TryReadString(out var d)
            || !reader.TryReadString(out _)
            || !reader.TryReadString(out var p)
            || !reader.TryReadString(out var q)
        )
        {
            throw Malformed();
        }

        try
        {
            return SshRsaIdentity.Create(n, e, d, p, q);
        }
        catch (Exception fault) when (fault is ArgumentException or ArithmeticException)
        {
            throw Malformed();
        }
    }

    private static string Pem(ReadOnlySpan<byte> bytes)
    {
        const int Columns = 70;
        var base64 = Convert.ToBase64String(bytes).AsSpan();
        var text = new System.Text.StringBuilder("-----BEGIN OPENSSH PRIVATE KEY-----\n");
        for (; base64.Length > Columns; base64 = base64[Columns..])
        {
            text.Append(base64[..Columns]).Append('\n');
        }

        return text.Append(base64).Append("\n-----END OPENSSH PRIVATE KEY-----\n").ToString();
    }

    private static AgeException Malformed() => AgeDiagnostics.MalformedSshPrivateKey("it is not an OpenSSH key inside");
}
