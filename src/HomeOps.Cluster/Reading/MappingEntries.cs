using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>
/// Which keys a mapping has, counted as PyYAML counts them: of a key given twice the last one wins, and a key of the mapping itself
/// wins over one that a merge key brings.
/// </summary>
internal sealed class MappingEntries(SourceText source, string path, DiagnosticBag findings)
{
    private const int MaxMergeDepth = 16;

    private readonly Dictionary<string, YamlEntry> entries = new(StringComparer.Ordinal);

    /// <summary>The entries of all mappings by key; what repeats, and what is no key, is reported.</summary>
    public IReadOnlyDictionary<string, YamlEntry> Of(IEnumerable<YamlMapping> mappings)
    {
        foreach (var mapping in mappings)
        {
            Add(mapping);
        }

        return entries;
    }

    /// <summary>The place of a key in a text that does not show its value, which may be a secret under a misspelt name.</summary>
    public static Location PlaceOfKey(SourceText source, YamlEntry entry) =>
        new SourceText(source.Path, SecretKeys.Mask(source.Text, entry.Value.Span)).At(entry.Key.Span);

    private void Add(YamlMapping mapping)
    {
        var merged = new List<YamlMapping>();
        foreach (var entry in mapping.Entries)
        {
            switch (Meaning(entry.Key)?.Kind)
            {
                case YamlKind.Merge:
                    merged.AddRange(Merged(entry));
                    break;
                case YamlKind.String when entry.Name is { } key:
                    AddOwn(key, entry);
                    break;
                default:
                    findings.Add(FieldDiagnostics.KeyNotText(PlaceOfKey(source, entry)));
                    break;
            }
        }

        foreach (var other in merged)
        {
            AddMerged(other, depth: 0);
        }
    }

    private void AddOwn(string key, YamlEntry entry)
    {
        if (entries.TryGetValue(key, out var earlier))
        {
            var name = path.Length == 0 ? key : $"{path}.{key}";
            var line = source.GetPosition(entry.Key.Span.Start).Line;
            findings.Add(FieldDiagnostics.DuplicateKey(name, line, PlaceOfKey(source, earlier)));
        }

        entries[key] = entry;
    }

    private void AddMerged(YamlMapping mapping, int depth)
    {
        foreach (var entry in mapping.Entries)
        {
            switch (Meaning(entry.Key)?.Kind)
            {
                case YamlKind.String when entry.Name is { } key:
                    entries.TryAdd(key, entry);
                    break;
                case YamlKind.Merge when depth < MaxMergeDepth:
                    foreach (var other in Merged(entry))
                    {
                        AddMerged(other, depth + 1);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private IEnumerable<YamlMapping> Merged(YamlEntry entry)
    {
        switch (entry.Value.Resolved)
        {
            case YamlMapping mapping:
                return [mapping];
            case YamlSequence list when list.Items.All(static i => i.Resolved is YamlMapping):
                return list.Items.Select(static i => i.Resolved).OfType<YamlMapping>();
            default:
                findings.Add(
                    FieldDiagnostics.NotMapping(
                        "<<",
                        MappingReader.Described(entry.Value),
                        source.At(entry.Value.Span),
                        "a merge key takes an alias of a mapping, such as `<<: *common`"
                    )
                );
                return [];
        }
    }

    private static YamlValue? Meaning(YamlNode key)
    {
        try
        {
            return key.Resolved is YamlScalar scalar ? YamlResolver.PyYaml.Resolve(scalar) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
