using System.Text;
using HomeOps.Age;
using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Editing;
using HomeOps.Sops.Formats;
using HomeOps.Sops.Keys;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Updating;
using HomeOps.Sops.Walking;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <content>Changes to a file that is encrypted already.</content>
public abstract partial class SopsFormat
{
    /// <summary>Sets one value; parents that are missing are made, and a list may grow by one.</summary>
    /// <param name="existing">The encrypted file.</param>
    /// <param name="path">Where, in the first document.</param>
    /// <param name="json">The value as JSON: <c>"text"</c>, <c>1</c>, <c>{"a":[true]}</c>.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">The file cannot be opened, the path leads nowhere, or the value is no JSON.</exception>
    public SopsUpdate Set(SourceText existing, SopsPath path, string json, SopsKeyRing keys, SopsContext context)
    {
        var value = ReadValue(json);
        return Change(existing, keys, context, tree => new TreeEdit(tree, path).Set(value));
    }

    /// <summary>Removes one value.</summary>
    /// <param name="existing">The encrypted file.</param>
    /// <param name="path">Where, in the first document.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">The file cannot be opened, or there is no such value.</exception>
    public SopsUpdate Unset(SourceText existing, SopsPath path, SopsKeyRing keys, SopsContext context) =>
        Change(existing, keys, context, tree => new TreeEdit(tree, path).Unset());

    /// <summary>
    /// Makes the file one for other recipients under the same data key. Values, MAC and <c>lastmodified</c> stay; recipients that stay keep
    /// their blocks. A file that is for them already is not opened.
    /// </summary>
    /// <param name="existing">The encrypted file.</param>
    /// <param name="recipients">Who should be able to open it.</param>
    /// <param name="keys">The identities at hand; one of them has to open a file that changes.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">The file cannot be opened.</exception>
    public SopsUpdate UpdateKeys(
        SourceText existing,
        IReadOnlyList<AgeRecipient> recipients,
        SopsKeyRing keys,
        SopsContext context
    ) =>
        OpenedFile.Read(this, existing).Compare(recipients) is ({ Count: 0 }, { Count: 0 })
            ? new SopsUpdate(SopsUpdateKind.Unchanged, existing.Text, [], [])
            : Change(existing, keys, context, static tree => tree, recipients);

    /// <summary>
    /// Gives the file another plaintext, as an editor does: who can open it and which values are encrypted stay as they are, and so does
    /// the text of every value that is the same.
    /// </summary>
    /// <param name="existing">The encrypted file.</param>
    /// <param name="wanted">The whole plaintext in the file's format.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">The file cannot be opened, or the plaintext is not of its format.</exception>
    public SopsUpdate Replace(SourceText existing, ReadOnlySpan<byte> wanted, SopsKeyRing keys, SopsContext context)
    {
        var plain =
            this == Binary
                ? BinaryFormat.ReadBytes(existing.Path, wanted)
                : ReadPlain(new SourceText(existing.Path, Encoding.UTF8.GetString(wanted))).Tree;
        return Change(existing, keys, context, _ => plain);
    }

    /// <summary>
    /// Merges two versions of a file value by value. What both sides changed differently stays as in <paramref name="ours"/> and is reported;
    /// the MAC, <c>lastmodified</c> and ciphertexts never conflict.
    /// </summary>
    /// <param name="ancestor">The version both came from; null when each side added the file.</param>
    /// <param name="ours">The version whose text the result keeps where it can.</param>
    /// <param name="theirs">The other version.</param>
    /// <param name="keys">The identities at hand; all versions must open.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">A version cannot be opened.</exception>
    public SopsMerge Merge(
        SourceText? ancestor,
        SourceText ours,
        SourceText theirs,
        SopsKeyRing keys,
        SopsContext context
    ) => new Merging.FileMerge(this, keys, context).Merge(ancestor, ours, theirs);

    /// <summary>Encrypts the whole file anew under a new data key.</summary>
    /// <param name="existing">The encrypted file.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <param name="added">Recipients to add to those of the file.</param>
    /// <param name="removed">Recipients of the file that get no key any more.</param>
    /// <exception cref="SopsException">The file cannot be opened, is encrypted to other keys than age recipients too, or nobody would be left to open it.</exception>
    public SopsUpdate Rotate(
        SourceText existing,
        SopsKeyRing keys,
        SopsContext context,
        IReadOnlyList<AgeRecipient>? added = null,
        IReadOnlyList<AgeRecipient>? removed = null
    )
    {
        var file = OpenedFile.Read(this, existing);
        var old = file.AgeRecipients();
        var recipients = Without([.. old, .. added ?? []], removed ?? []);
        if (recipients.Count == 0)
        {
            throw new SopsException(
                SopsFailure.BadMetadata,
                SopsDiagnostics.NobodyLeft(existing.At(file.Metadata.Block.Span))
            );
        }

        using var oldKey = file.OpenKey(keys);
        var plain = file.Decrypt(oldKey, ignoreMac: false);
        using var key = DataKey.Create(context.Random);
        var encrypted = TreeEncryption.Encrypt(plain, file.Settings, key, context.Random, new ReusableValues());
        var now = Rfc3339.Now(context.Clock);
        var metadata = file.Metadata with
        {
            Groups = [new KeyGroup(DataKeyLock.Lock(key, recipients, [], context.Random), [])],
            LastModified = now,
            Mac = Mac.Seal(encrypted.Digest, now, key, context.Random),
        };
        var block = MetadataWriter.Update(file.Metadata, metadata);
        var text =
            Patch(file.Content, new FileContent(encrypted.Tree, block), file.Layout)
            ?? Write(encrypted.Tree, block, file.Layout);
        return new SopsUpdate(
            SopsUpdateKind.Reencrypted,
            text,
            [.. Without(recipients, old).Select(static r => r.ToString())],
            [.. Without(old, recipients).Select(static r => r.ToString())]
        );
    }

    private static List<AgeRecipient> Without(IEnumerable<AgeRecipient> recipients, IReadOnlyList<AgeRecipient> removed)
    {
        var names = removed.Select(static r => r.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. recipients.Where(r => names.Add(r.ToString()))];
    }

    private static SopsNode ReadValue(string json)
    {
        try
        {
            return JsonTreeReader.ReadValue(new SourceText("value", json));
        }
        catch (SopsException exception)
        {
            throw HiddenText.Of(exception);
        }
    }

    private SopsUpdate Change(
        SourceText existing,
        SopsKeyRing keys,
        SopsContext context,
        Func<SopsTree, SopsTree> change,
        IReadOnlyList<AgeRecipient>? recipients = null
    )
    {
        var file = OpenedFile.Read(this, existing);
        using var key = file.OpenKey(keys);
        var wish = new FileWish(file.Settings, recipients, file.Layout);
        return new FileUpdate(this, file, wish, context, key).Change(change);
    }
}
