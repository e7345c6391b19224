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
        var value = JsonTreeReader.ReadValue(new SourceText("value", json));
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
    /// their blocks.
    /// </summary>
    /// <param name="existing">The encrypted file.</param>
    /// <param name="recipients">Who should be able to open it.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">The file cannot be opened.</exception>
    public SopsUpdate UpdateKeys(
        SourceText existing,
        IReadOnlyList<AgeRecipient> recipients,
        SopsKeyRing keys,
        SopsContext context
    ) => Change(existing, keys, context, static tree => tree, recipients);

    /// <summary>Encrypts the whole file anew under a new data key, for the same recipients.</summary>
    /// <param name="existing">The encrypted file.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">The file cannot be opened, or is encrypted to other keys than age recipients too.</exception>
    public SopsUpdate Rotate(SourceText existing, SopsKeyRing keys, SopsContext context)
    {
        var file = OpenedFile.Read(this, existing);
        using var oldKey = file.OpenKey(keys);
        var plain = file.Decrypt(oldKey, ignoreMac: false);
        using var key = DataKey.Create(context.Random);
        var encrypted = TreeEncryption.Encrypt(plain, file.Settings, key, context.Random, new ReusableValues());
        var now = Rfc3339.Now(context.Clock);
        var metadata = file.Metadata with
        {
            Groups = [new KeyGroup(DataKeyLock.Lock(key, file.AgeRecipients(), [], context.Random), [])],
            LastModified = now,
            Mac = Mac.Seal(encrypted.Digest, now, key, context.Random),
        };
        var text = Write(encrypted.Tree, MetadataWriter.Update(file.Metadata, metadata), file.Layout);
        return new SopsUpdate(SopsUpdateKind.Reencrypted, text, [], []);
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
