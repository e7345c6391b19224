using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Formats;
using HomeOps.Sops.Keys;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Walking;

namespace HomeOps.Sops.Updating;

/// <summary>Brings an existing file to a wanted plaintext, changing as little as it can.</summary>
internal sealed class FileUpdate(
    SopsFormat format,
    OpenedFile file,
    CreationRule rule,
    SopsContext context,
    DataKey key
)
{
    private readonly FileSettings wantedSettings = new(format.SelectorOf(rule), rule.MacOnlyEncrypted);

    public SopsUpdate To(SopsTree wanted)
    {
        var (old, oldDigest) = file.DecryptWithDigest(key);
        Mac.Verify(file.Metadata, oldDigest, key, file.Source);
        var (groups, added, removed) = Recipients();
        var sameSettings = wantedSettings == file.Settings;
        var sameValues = TreeComparison.AreEqual(old, wanted);
        var sameRecipients = added.Count == 0 && removed.Count == 0;
        if (sameSettings && sameValues)
        {
            return sameRecipients
                ? new SopsUpdate(SopsUpdateKind.Unchanged, file.Source.Text, added, removed)
                : new SopsUpdate(
                    SopsUpdateKind.RecipientsOnly,
                    Write(file.Content.Tree, file.Metadata with { Groups = groups }),
                    added,
                    removed
                );
        }

        var encrypted = TreeEncryption.Encrypt(wanted, wantedSettings, key, context.Random, ReuseCollection.Of(old));
        var metadata = file.Metadata with
        {
            Groups = groups,
            Selector = wantedSettings.Selector,
            MacOnlyEncrypted = wantedSettings.MacOnlyEncrypted,
        };
        var macStands =
            sameSettings
            && encrypted.KeptAllCiphers
            && string.Equals(encrypted.Digest, oldDigest, StringComparison.Ordinal);
        if (!macStands)
        {
            var now = Rfc3339.Now(context.Clock);
            metadata = metadata with { LastModified = now, Mac = Mac.Seal(encrypted.Digest, now, key, context.Random) };
        }

        var kind =
            !sameSettings ? SopsUpdateKind.Reencrypted
            : macStands ? SopsUpdateKind.PlainPartOnly
            : SopsUpdateKind.Values;
        return new SopsUpdate(kind, Write(encrypted.Tree, metadata), added, removed);
    }

    private string Write(SopsTree tree, SopsMetadata metadata) =>
        format.Write(
            tree,
            MetadataWriter.Update(file.Metadata, metadata),
            new FileLayout(rule.Indents).With(file.Content.Indent)
        );

    private static int Place(IReadOnlyList<AgeKey> existing, string recipient)
    {
        for (var i = 0; i < existing.Count; i++)
        {
            if (string.Equals(existing[i].Recipient.Trim(), recipient, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return existing.Count;
    }

    // A file with several key groups keeps them: its parts of the data key cannot be dealt out anew here.
    private (IReadOnlyList<KeyGroup> Groups, IReadOnlyList<string> Added, IReadOnlyList<string> Removed) Recipients()
    {
        var groups = file.Metadata.Groups;
        if (groups.Count != 1)
        {
            return (groups, [], []);
        }

        var existing = groups[0].Age;
        var names = existing.Select(static k => k.Recipient.Trim()).ToHashSet(StringComparer.Ordinal);
        var wanted = rule.Recipients.Select(static r => r.ToString() ?? "").ToHashSet(StringComparer.Ordinal);
        string[] added = [.. wanted.Where(w => !names.Contains(w))];
        string[] removed = [.. names.Where(n => !wanted.Contains(n))];
        if (added.Length == 0 && removed.Length == 0)
        {
            return (groups, added, removed);
        }

        // Those that stay keep their place, new ones follow.
        var ordered = rule.Recipients.OrderBy(r => Place(existing, r.ToString() ?? "")).ToList();
        return ([groups[0] with { Age = DataKeyLock.Lock(key, ordered, existing, context.Random) }], added, removed);
    }
}
