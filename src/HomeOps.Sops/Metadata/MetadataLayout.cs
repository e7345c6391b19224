namespace HomeOps.Sops.Metadata;

/// <summary>The layout SOPS 3.13 gives a block: sorted at every level, without empty settings.</summary>
internal static class MetadataLayout
{
    /// <summary>The block of a file in that layout; what it says stays the same.</summary>
    public static SopsMap Sorted(SopsMetadata metadata)
    {
        var block = (SopsMap)Sorted(metadata.Block);
        var entries = block.Entries.Where(static e => !IsEmpty(e.Value)).ToList();
        var selector = metadata.Selector.Kind == SelectorKind.None ? SopsSelector.Default : metadata.Selector;
        if (selector.Name is { } name && block[name] is null)
        {
            entries.Add(new SopsEntry(name, SopsScalar.String(selector.Pattern)));
            entries.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        }

        return new SopsMap(entries);
    }

    private static SopsNode Sorted(SopsNode node) =>
        node switch
        {
            SopsMap map => new SopsMap([
                .. map
                    .Entries.Where(static e => e.Key is not null)
                    .Select(static e => e with { Value = Sorted(e.Value) })
                    .OrderBy(static e => e.Key, StringComparer.Ordinal),
            ]),
            SopsList list => new SopsList([.. list.Items.Where(static i => i is not SopsComment).Select(Sorted)]),
            _ => node,
        };

    private static bool IsEmpty(SopsNode node) =>
        node
            is SopsScalar { IsEmpty: true }
                or SopsScalar { Type: SopsType.Bool, Text: "False" }
                or SopsList { Items.Count: 0 };
}
