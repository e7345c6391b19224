using System.Security.Cryptography;
using HomeOps.Age;
using HomeOps.Sops.Keys;
using HomeOps.Sops.Updating;
using HomeOps.Sops.Walking;
using HomeOps.Text;

namespace HomeOps.Sops.Merging;

/// <summary>Merges encrypted files: values, recipients and settings, each three ways.</summary>
internal sealed class FileMerge(SopsFormat format, SopsKeyRing keys, SopsContext context)
{
    /// <exception cref="SopsException">A version cannot be opened.</exception>
    public SopsMerge Merge(SourceText? ancestor, SourceText ours, SourceText theirs)
    {
        var file = OpenedFile.Read(format, ours);
        using var key = file.OpenKey(keys);
        var own = file.Decrypt(key, ignoreMac: false);
        var otherFile = OpenedFile.Read(format, theirs);
        using var otherKey = otherFile.OpenKey(keys);
        var other = otherFile.Decrypt(otherKey, ignoreMac: false);
        var oldFile = ancestor is null ? null : OpenedFile.Read(format, ancestor);
        var (tree, conflicts) = TreeMerge.Merge(Plain(oldFile), own, other);
        var settings = Settings(oldFile, file, otherFile, out var settingsConflict);
        var wish = new FileWish(settings, Recipients(oldFile, file, otherFile), file.Layout);
        var sameKey = CryptographicOperations.FixedTimeEquals(key.Bytes, otherKey.Bytes) ? other : null;
        var update = new FileUpdate(format, file, wish, context, key).Merged(tree, sameKey);
        return new SopsMerge(update.Text, settingsConflict is null ? conflicts : [.. conflicts, settingsConflict]);
    }

    private SopsTree? Plain(OpenedFile? ancestor)
    {
        if (ancestor is null)
        {
            return null;
        }

        using var key = ancestor.OpenKey(keys);
        return ancestor.Decrypt(key, ignoreMac: false);
    }

    private static FileSettings Settings(OpenedFile? ancestor, OpenedFile ours, OpenedFile theirs, out string? conflict)
    {
        conflict = null;
        if (ours.Settings == theirs.Settings || ancestor?.Settings == theirs.Settings)
        {
            return ours.Settings;
        }

        if (ancestor?.Settings == ours.Settings)
        {
            return theirs.Settings;
        }

        conflict = "sops: which values are encrypted";
        return ours.Settings;
    }

    // Whom either side added can open the result; whom either side removed cannot. Null leaves those of ours, in the files whose keys
    // cannot be dealt out anew.
    private static List<AgeRecipient>? Recipients(OpenedFile? ancestor, OpenedFile ours, OpenedFile theirs)
    {
        if (ours.Metadata.Groups is not [{ Others.Count: 0 }] || theirs.Metadata.Groups is not [{ Others.Count: 0 }])
        {
            return null;
        }

        var old = Names(ancestor);
        var own = Names(ours);
        var other = Names(theirs);
        return
        [
            .. ours.AgeRecipients()
                .Concat(theirs.AgeRecipients())
                .DistinctBy(static r => r.ToString(), StringComparer.Ordinal)
                .Where(r =>
                {
                    var name = r.ToString();
                    return !old.Contains(name) || (own.Contains(name) && other.Contains(name));
                }),
        ];
    }

    private static HashSet<string> Names(OpenedFile? file) =>
        new((file?.Metadata.Recipients ?? []).Select(DataKeyLock.Name), StringComparer.Ordinal);
}
