using HomeOps.Age;
using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Formats;
using HomeOps.Sops.Keys;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Walking;
using HomeOps.Text;

namespace HomeOps.Sops.Updating;

/// <summary>An encrypted file with its metadata understood.</summary>
internal sealed record OpenedFile(SourceText Source, FileContent Content, SopsMetadata Metadata)
{
    public FileLayout Layout => FileLayout.Default.With(Content.Indent);

    public FileSettings Settings => new(Metadata.Selector, Metadata.MacOnlyEncrypted);

    /// <exception cref="SopsException">The text is not of the format, or has no sound metadata.</exception>
    public static OpenedFile Read(SopsFormat format, SourceText text)
    {
        var content = format.ReadEncrypted(text);
        var block =
            content.Block
            ?? throw new SopsException(
                SopsFailure.NotEncrypted,
                SopsDiagnostics.NotEncrypted(Location.OfFile(text.Path))
            );
        return new OpenedFile(text, content, new MetadataReader(text, format.UsualSelector).Read(block));
    }

    /// <summary>The recipients, for a new data key.</summary>
    /// <exception cref="SopsException">The file has keys that a new data key cannot be locked with here.</exception>
    public IReadOnlyList<AgeRecipient> AgeRecipients()
    {
        var at = Source.At(Metadata.Block.Span);
        if (Metadata.Groups is not [{ Others.Count: 0 } group])
        {
            throw new SopsException(SopsFailure.BadMetadata, SopsDiagnostics.CannotRelock(at));
        }

        return
        [
            .. group.Age.Select(k =>
                AgeRecipient.TryParse(k.Recipient.Trim(), out var recipient, out var problem)
                    ? recipient
                    : throw new SopsException(SopsFailure.BadMetadata, SopsDiagnostics.BadRecipient(problem, at))
            ),
        ];
    }

    /// <summary>Who of some recipients is not among those of the file yet, and who is there beside them; null for a file with several key groups.</summary>
    public (IReadOnlyList<string> Added, IReadOnlyList<string> Removed)? Compare(IReadOnlyList<AgeRecipient> wanted)
    {
        if (Metadata.Groups is not [var group])
        {
            return null;
        }

        var names = group.Age.Select(static k => DataKeyLock.Name(k.Recipient)).ToHashSet(StringComparer.Ordinal);
        var wishes = wanted.Select(static r => r.ToString()).ToHashSet(StringComparer.Ordinal);
        return ([.. wishes.Where(w => !names.Contains(w))], [.. names.Where(n => !wishes.Contains(n))]);
    }

    public DataKey OpenKey(SopsKeyRing keys) => DataKeyLock.Open(Metadata, keys, Source.At(Metadata.Block.Span));

    public SopsTree Decrypt(DataKey key, bool ignoreMac)
    {
        var (plain, digest) = DecryptWithDigest(key);
        if (!ignoreMac)
        {
            Mac.Verify(Metadata, digest, key, Source);
        }

        return plain;
    }

    public (SopsTree Plain, string Digest) DecryptWithDigest(DataKey key) =>
        TreeDecryption.Decrypt(Content.Tree, Metadata, key);
}
