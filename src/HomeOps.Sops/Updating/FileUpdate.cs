using HomeOps.Age;
using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Formats;
using HomeOps.Sops.Keys;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Walking;

namespace HomeOps.Sops.Updating;

/// <summary>What an existing file should become.</summary>
/// <param name="Settings">Which values are encrypted, and what the MAC covers.</param>
/// <param name="Recipients">Who can open it; null for those who can now.</param>
/// <param name="Layout">How it is written, where the file does not show that itself.</param>
internal sealed record FileWish(FileSettings Settings, IReadOnlyList<AgeRecipient>? Recipients, FileLayout Layout);

/// <summary>Brings an existing file to a wanted plaintext, changing as little as it can.</summary>
internal sealed class FileUpdate(SopsFormat format, OpenedFile file, FileWish wish, SopsContext context, DataKey key)
{
    /// <summary>The file with this plaintext.</summary>
    /// <exception cref="SopsException">The existing file was tampered with.</exception>
    public SopsUpdate To(SopsTree wanted) => From(Open().Old, wanted);

    /// <summary>The file with its plaintext changed.</summary>
    /// <exception cref="SopsException">The existing file was tampered with, or the change is not possible.</exception>
    public SopsUpdate Change(Func<SopsTree, SopsTree> change)
    {
        var (old, _) = Open();
        return From(old, change(old));
    }

    /// <summary>The file with what a merge made of it, under its own data key.</summary>
    /// <param name="merged">The plaintext.</param>
    /// <param name="sameKey">The other side, when its ciphertexts are under the same data key.</param>
    /// <exception cref="SopsException">The existing file was tampered with.</exception>
    public SopsUpdate Merged(SopsTree merged, SopsTree? sameKey) => From(Open().Old, merged, sameKey);

    private (SopsTree Old, string Digest) Open()
    {
        var opened = file.DecryptWithDigest(key);
        Mac.Verify(file.Metadata, opened.Digest, key, file.Source);
        return opened;
    }

    private SopsUpdate From(SopsTree old, SopsTree wanted, SopsTree? sameKey = null)
    {
        var (groups, added, removed) = Recipients();
        var sameSettings = wish.Settings == file.Settings;
        if (sameSettings && TreeComparison.AreEqual(old, wanted))
        {
            return added.Count == 0 && removed.Count == 0
                ? new SopsUpdate(SopsUpdateKind.Unchanged, file.Source.Text, added, removed)
                : new SopsUpdate(
                    SopsUpdateKind.RecipientsOnly,
                    Write(file.Content.Tree, file.Metadata with { Groups = groups }),
                    added,
                    removed
                );
        }

        var reusable = sameKey is null ? ReuseCollection.Of(old) : ReuseCollection.Of(old, sameKey);
        var encrypted = TreeEncryption.Encrypt(wanted, wish.Settings, key, context.Random, reusable);
        var metadata = file.Metadata with
        {
            Groups = groups,
            Selector = wish.Settings.Selector,
            MacOnlyEncrypted = wish.Settings.MacOnlyEncrypted,
        };
        var macStands = sameSettings && encrypted.KeptAllCiphers && IsDigest(encrypted.Digest);
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

    // Whether the file's MAC, which was found sound, holds this digest too.
    private bool IsDigest(string digest) => Mac.Holds(file.Metadata, digest, key);

    private string Write(SopsTree tree, SopsMetadata metadata)
    {
        var block = MetadataWriter.Update(file.Metadata, metadata);
        var layout = wish.Layout.With(file.Content.Indent);
        return format.Patch(file.Content, new FileContent(tree, block), layout) ?? format.Write(tree, block, layout);
    }

    // A file with several key groups keeps them: its parts of the data key cannot be dealt out anew here.
    private (IReadOnlyList<KeyGroup> Groups, IReadOnlyList<string> Added, IReadOnlyList<string> Removed) Recipients()
    {
        var groups = file.Metadata.Groups;
        if (wish.Recipients is not { } recipients || file.Compare(recipients) is not var (added, removed))
        {
            return (groups, [], []);
        }

        if (added.Count == 0 && removed.Count == 0)
        {
            return (groups, added, removed);
        }

        // Those that stay keep their place, new ones follow.
        var existing = groups[0].Age;
        var ordered = recipients.OrderBy(r => Place(existing, r.ToString())).ToList();
        return ([groups[0] with { Age = DataKeyLock.Lock(key, ordered, existing, context.Random) }], added, removed);
    }

    private static int Place(IReadOnlyList<AgeKey> existing, string recipient)
    {
        for (var i = 0; i < existing.Count; i++)
        {
            if (string.Equals(DataKeyLock.Name(existing[i].Recipient), recipient, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return existing.Count;
    }
}
