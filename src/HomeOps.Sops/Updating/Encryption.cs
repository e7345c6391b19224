using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Formats;
using HomeOps.Sops.Keys;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Walking;

namespace HomeOps.Sops.Updating;

/// <summary>Makes a new encrypted file.</summary>
internal static class Encryption
{
    public static string Create(SopsFormat format, SopsTree plain, CreationRule rule, SopsContext context, DataKey key)
    {
        var settings = new FileSettings(format.SelectorOf(rule), rule.MacOnlyEncrypted);
        var encrypted = TreeEncryption.Encrypt(plain, settings, key, context.Random, new ReusableValues());
        var lastModified = Rfc3339.Now(context.Clock);
        var metadata = new SopsMetadata(
            [new KeyGroup(DataKeyLock.Lock(key, rule.Recipients, [], context.Random), [])],
            Threshold: 0,
            lastModified,
            Mac.Seal(encrypted.Digest, lastModified, key, context.Random),
            settings.Selector,
            settings.MacOnlyEncrypted,
            context.Version,
            new SopsMap([])
        );
        return format.Write(encrypted.Tree, MetadataWriter.Create(metadata), new FileLayout(rule.Indents));
    }
}
