using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>A scalar key that stands twice in one mapping.</summary>
/// <param name="First">The key where it stood first.</param>
/// <param name="Again">The key where it stands again.</param>
public sealed record YamlDuplicate(YamlNode First, YamlNode Again);

/// <summary>
/// Finds duplicate keys. The reader keeps them, since those who read differ: PyYAML lets the last one win, go-yaml refuses
/// them.
/// </summary>
public static class YamlDuplicates
{
    /// <summary>
    /// Keys with the same text as an earlier scalar key of their mapping, in file order. Aliases are followed for keys, not for
    /// values. Merge keys may stand twice.
    /// </summary>
    public static IReadOnlyList<YamlDuplicate> Find(YamlDocument document)
    {
        var found = new List<YamlDuplicate>();
        if (document.Root is { } root)
        {
            Visit(root, found);
        }

        return found;
    }

    /// <summary>The finding for those who refuse duplicates: SOPS and Kubernetes files.</summary>
    public static Diagnostic Error(YamlDocument document, YamlDuplicate duplicate) =>
        YamlDiagnostics.DuplicateKey(Severity.Error, document, duplicate);

    /// <summary>The finding for those who take the last one: template data.</summary>
    public static Diagnostic Warning(YamlDocument document, YamlDuplicate duplicate) =>
        YamlDiagnostics.DuplicateKey(Severity.Warning, document, duplicate);

    private static void Visit(YamlNode node, List<YamlDuplicate> found)
    {
        switch (node)
        {
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Visit(item, found);
                }

                break;
            case YamlMapping mapping:
                VisitMapping(mapping, found);
                break;
        }
    }

    private static void VisitMapping(YamlMapping mapping, List<YamlDuplicate> found)
    {
        var seen = new Dictionary<string, YamlNode>(mapping.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            Visit(entry.Key, found);
            if (entry.Key.Resolved is YamlScalar key && !IsMerge(key) && !seen.TryAdd(key.Value, entry.Key))
            {
                found.Add(new YamlDuplicate(seen[key.Value], entry.Key));
            }

            Visit(entry.Value, found);
        }
    }

    private static bool IsMerge(YamlScalar key) =>
        key is { Value: "<<", Style: ScalarStyle.Plain, Tag: null or YamlTags.Merge };
}
