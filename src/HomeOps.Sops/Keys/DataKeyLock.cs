using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;
using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Metadata;
using HomeOps.Text;

namespace HomeOps.Sops.Keys;

/// <summary>Opens the data key of a file with a key ring, and locks it for recipients.</summary>
internal static class DataKeyLock
{
    /// <summary>The data key of a file.</summary>
    /// <param name="metadata">Where it is locked up.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="at">The file's metadata, for the finding.</param>
    /// <exception cref="SopsException"><see cref="SopsFailure.NoKey"/>: not enough groups could be opened.</exception>
    public static DataKey Open(SopsMetadata metadata, SopsKeyRing keys, Location at)
    {
        var parts = new List<byte[]>();
        foreach (var group in metadata.Groups)
        {
            if (OpenGroup(group, keys.Sources) is { } part)
            {
                parts.Add(part);
            }
        }

        var needed =
            metadata.Groups.Count == 1 ? 1
            : metadata.Threshold > 0 ? metadata.Threshold
            : metadata.Groups.Count;
        var key =
            parts.Count < needed ? null
            : metadata.Groups.Count == 1 ? parts[0]
            : Shamir.Combine(parts);
        foreach (var part in parts.Where(p => p != key))
        {
            CryptographicOperations.ZeroMemory(part);
        }

        return key is not { Length: DataKey.Length }
            ? throw new SopsException(
                SopsFailure.NoKey,
                SopsDiagnostics.NoKey(
                    metadata.Recipients,
                    [.. metadata.Groups.SelectMany(static g => g.Others).Distinct(StringComparer.Ordinal)],
                    keys.Sources,
                    parts.Count,
                    needed,
                    at
                )
            )
            : new DataKey(key);
    }

    /// <summary>
    /// The keys of a file for a set of recipients: those that have the file already keep their armored block verbatim, new ones
    /// get one.
    /// </summary>
    public static IReadOnlyList<AgeKey> Lock(
        DataKey key,
        IReadOnlyList<AgeRecipient> recipients,
        IReadOnlyList<AgeKey> existing,
        RandomFill random
    )
    {
        var unused = existing.ToList();
        var keys = new List<AgeKey>(recipients.Count);
        foreach (var recipient in recipients)
        {
            var name = recipient.ToString();
            var index = unused.FindIndex(k => string.Equals(Name(k.Recipient), name, StringComparison.Ordinal));
            if (index >= 0)
            {
                keys.Add(unused[index]);
                unused.RemoveAt(index);
            }
            else
            {
                keys.Add(
                    new AgeKey(name, Encoding.ASCII.GetString(AgeFile.Encrypt(key.Bytes, [recipient], true, random)))
                );
            }
        }

        return keys;
    }

    /// <summary>A recipient as it is compared: blanks around it and the comment of an SSH key do not count.</summary>
    public static string Name(string recipient) =>
        AgeRecipient.TryParse(recipient.Trim(), out var parsed, out _) ? parsed.ToString() : recipient.Trim();

    // Source by source, so that those behind the one that has the key are never read.
    private static byte[]? OpenGroup(KeyGroup group, IReadOnlyList<KeySource> sources)
    {
        foreach (var source in sources)
        {
            foreach (var key in group.Age)
            {
                var identities = source.IdentitiesFor(key.Recipient);
                try
                {
                    return AgeFile.Decrypt(Encoding.UTF8.GetBytes(key.Armored), identities);
                }
                catch (AgeException)
                {
                    // Not ours, or damaged: another key may still open the group; when none does, the finding names them all.
                }
            }
        }

        return null;
    }
}
