namespace HomeOps.Sops.Metadata;

/// <summary>
/// Makes the <c>sops</c> block: for a new file in the order of SOPS 3.13 (alphabetical at every level), for an existing file in
/// the order it has.
/// </summary>
internal static class MetadataWriter
{
    /// <summary>The block of a new file.</summary>
    public static SopsMap Create(SopsMetadata metadata)
    {
        var entries = new List<SopsEntry>
        {
            new("age", AgeList(metadata.Groups[0].Age, recipientFirst: false)),
            Entry("lastmodified", metadata.LastModified),
            Entry("mac", metadata.Mac),
            Entry("version", metadata.Version),
        };
        AddChoices(entries, metadata);
        entries.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new SopsMap(entries);
    }

    /// <summary>The block of an existing file with what changed put in; all else stays, unknown keys too.</summary>
    public static SopsMap Update(SopsMetadata old, SopsMetadata wanted)
    {
        var entries = new List<SopsEntry>();
        foreach (var entry in old.Block.Entries)
        {
            if (Updated(entry, old, wanted) is { } updated)
            {
                entries.Add(updated);
            }
        }

        var added = new List<SopsEntry>();
        AddChoices(added, wanted);
        foreach (var entry in added.Where(e => old.Block[e.Key ?? ""] is null))
        {
            Insert(entries, entry);
        }

        return new SopsMap(entries);
    }

    private static SopsEntry? Updated(SopsEntry entry, SopsMetadata old, SopsMetadata wanted) =>
        entry.Key switch
        {
            "age" when !old.Groups[0].Age.SequenceEqual(wanted.Groups[0].Age) => entry with
            {
                Value = AgeList(wanted.Groups[0].Age, RecipientFirst(entry.Value)),
            },
            "lastmodified" when Differ(old.LastModified, wanted.LastModified) => Entry(
                "lastmodified",
                wanted.LastModified
            ),
            "mac" when Differ(old.Mac, wanted.Mac) => Entry("mac", wanted.Mac),
            "version" when Differ(old.Version, wanted.Version) => Entry("version", wanted.Version),
            "mac_only_encrypted" when old.MacOnlyEncrypted != wanted.MacOnlyEncrypted => wanted.MacOnlyEncrypted
                ? new SopsEntry("mac_only_encrypted", SopsScalar.Bool(true))
                : null,
            { } key when !Differ(key, old.Selector.Name) && old.Selector != wanted.Selector => Differ(
                key,
                wanted.Selector.Name
            )
                ? null
                : Entry(key, wanted.Selector.Pattern),
            _ => entry,
        };

    private static void AddChoices(List<SopsEntry> entries, SopsMetadata metadata)
    {
        if (metadata.Selector.Name is { } name)
        {
            entries.Add(Entry(name, metadata.Selector.Pattern));
        }

        if (metadata.MacOnlyEncrypted)
        {
            entries.Add(new SopsEntry("mac_only_encrypted", SopsScalar.Bool(true)));
        }
    }

    // Before the first key that sorts behind it; in the older order that is never far from where SOPS puts it.
    private static void Insert(List<SopsEntry> entries, SopsEntry entry)
    {
        var at = entries.FindIndex(e => string.CompareOrdinal(e.Key, entry.Key) > 0);
        entries.Insert(at < 0 ? entries.Count : at, entry);
    }

    private static bool Differ(string? a, string? b) => !string.Equals(a, b, StringComparison.Ordinal);

    private static bool RecipientFirst(SopsNode age) =>
        age is SopsList { Items: [SopsMap { Entries: [{ Key: "recipient" }, ..] }, ..] };

    private static SopsList AgeList(IReadOnlyList<AgeKey> keys, bool recipientFirst) =>
        new([
            .. keys.Select(k =>
                recipientFirst
                    ? new SopsMap([Entry("recipient", k.Recipient), Entry("enc", k.Armored)])
                    : new SopsMap([Entry("enc", k.Armored), Entry("recipient", k.Recipient)])
            ),
        ]);

    private static SopsEntry Entry(string key, string text) => new(key, SopsScalar.String(text));
}
