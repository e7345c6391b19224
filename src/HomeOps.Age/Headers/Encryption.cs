using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>One file being written: the key, the header for all recipients, then the content.</summary>
internal sealed class Encryption : IDisposable
{
    private readonly byte[] fileKey = KeyMemory.New(FileKey.Size);
    private readonly Stream output;
    private readonly ArmorWriter? armored;
    private readonly RandomFill random;

    public Encryption(Stream output, IReadOnlyList<AgeRecipient> recipients, bool armor, RandomFill random)
    {
        RequireCompatible(recipients);
        this.random = random;
        random(fileKey);
        var stanzas = new Stanza[recipients.Count];
        for (var i = 0; i < stanzas.Length; i++)
        {
            stanzas[i] = recipients[i].Wrap(fileKey, random);
        }

        armored = armor ? new ArmorWriter(output) : null;
        this.output = armored ?? output;
        AgeHeader.Create(stanzas, fileKey).WriteTo(this.output);
    }

    public void Write(ReadOnlySpan<byte> plaintext)
    {
        PayloadWriter.Write(plaintext, output, fileKey, random);
        armored?.Finish();
    }

    public void Write(Stream plaintext)
    {
        PayloadWriter.Write(plaintext, output, fileKey, random);
        armored?.Finish();
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(fileKey);

    // A file is as safe as its weakest recipient, so age does not let a classic key undo what the others promise.
    private static void RequireCompatible(IReadOnlyList<AgeRecipient> recipients)
    {
        if (recipients.Count == 0)
        {
            throw AgeDiagnostics.NoRecipients();
        }

        foreach (var recipient in recipients)
        {
            if (recipient is AgePassphraseRecipient && recipients.Count > 1)
            {
                throw AgeDiagnostics.PassphraseNotAlone();
            }

            if (recipient.IsPostQuantum != recipients[0].IsPostQuantum)
            {
                throw AgeDiagnostics.MixedRecipients();
            }
        }
    }
}
