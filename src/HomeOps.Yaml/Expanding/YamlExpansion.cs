using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>
/// Puts what aliases stand for in their place and, for readers that want it, the entries of merged mappings into the mapping
/// that merges them.
/// </summary>
public sealed class YamlExpansion
{
    private readonly YamlDocument document;
    private readonly bool mergeKeys;
    private readonly int maxNodes;

    // Expanded nodes that aliases refer to, with the number of nodes below them.
    private readonly Dictionary<YamlNode, Expanded> targets = new(ReferenceEqualityComparer.Instance);

    private YamlExpansion(YamlDocument document, bool mergeKeys, int maxNodes)
    {
        this.document = document;
        this.mergeKeys = mergeKeys;
        this.maxNodes = maxNodes;
    }

    private readonly record struct Expanded(YamlNode Node, int Size);

    /// <summary>The document without aliases and anchors. Nodes keep their places, comments and styles.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mergeKeys">
    /// Whether <c>&lt;&lt;</c> is a merge key: merged entries come first, the mapping's own win over them, the earlier mapping of a
    /// list over the later (PyYAML, <c>flatten_mapping</c>); a key that stands twice keeps the first place and the last value.
    /// </param>
    /// <param name="maxNodes">Size of the expanded tree that is still made.</param>
    /// <returns>The expanded document, or the finding that explains why there is none.</returns>
    public static (YamlDocument? Document, Diagnostic? Error) Expand(
        YamlDocument document,
        bool mergeKeys,
        int maxNodes = 1_000_000
    )
    {
        if (document.Root is null)
        {
            return (document, null);
        }

        try
        {
            var root = new YamlExpansion(document, mergeKeys, maxNodes).Expand(document.Root).Node;
            return (document with { Root = root }, null);
        }
        catch (YamlSyntaxException e)
        {
            return (null, e.Diagnostic);
        }
    }

    private Expanded Expand(YamlNode node)
    {
        if (node is YamlAlias alias)
        {
            return ExpandTarget(alias.Target);
        }

        return node.Anchor is null ? Copy(node) : ExpandTarget(node);
    }

    private Expanded ExpandTarget(YamlNode target)
    {
        if (!targets.TryGetValue(target, out var expanded))
        {
            expanded = Copy(target);
            targets.Add(target, expanded);
        }

        return expanded;
    }

    private Expanded Copy(YamlNode node)
    {
        switch (node)
        {
            case YamlSequence sequence:
                return CopySequence(sequence);
            case YamlMapping mapping:
                return CopyMapping(mapping);
            default:
                var scalar = (YamlScalar)node;
                return new Expanded(
                    new YamlScalar(scalar.Value, scalar.Style)
                    {
                        Span = scalar.Span,
                        Tag = scalar.Tag,
                        Comments = scalar.Comments,
                    },
                    1
                );
        }
    }

    private Expanded CopySequence(YamlSequence sequence)
    {
        var items = new List<YamlNode>(sequence.Items.Count);
        var size = 1;
        foreach (var item in sequence.Items)
        {
            var expanded = Expand(item);
            items.Add(expanded.Node);
            size = Add(size, expanded.Size, item);
        }

        var node = new YamlSequence(items, sequence.Style)
        {
            Span = sequence.Span,
            Tag = sequence.Tag,
            Comments = sequence.Comments,
        };
        return new Expanded(node, size);
    }

    private Expanded CopyMapping(YamlMapping mapping)
    {
        var own = new List<YamlEntry>(mapping.Entries.Count);
        List<YamlEntry>? merged = null;
        var size = 1;
        foreach (var entry in mapping.Entries)
        {
            var value = Expand(entry.Value);
            size = Add(size, value.Size, entry.Value);
            if (mergeKeys && IsMergeKey(entry.Key))
            {
                AddMerged(merged ??= [], value.Node);
                continue;
            }

            var key = Expand(entry.Key);
            size = Add(size, key.Size, entry.Key);
            own.Add(new YamlEntry(key.Node, value.Node));
        }

        var node = new YamlMapping(merged is null ? own : Join(merged, own), mapping.Style)
        {
            Span = mapping.Span,
            Tag = mapping.Tag,
            Comments = mapping.Comments,
        };
        return new Expanded(node, size);
    }

    private int Add(int size, int more, YamlNode at) =>
        more > maxNodes - size ? throw new YamlSyntaxException(TooLarge(at)) : size + more;

    private Diagnostic TooLarge(YamlNode at) => YamlDiagnostics.ExpansionTooLarge(document.LocationOf(at), maxNodes);

    private void AddMerged(List<YamlEntry> merged, YamlNode value)
    {
        switch (value)
        {
            case YamlMapping mapping:
                merged.AddRange(mapping.Entries);
                break;
            case YamlSequence sequence:
                // Added from the last on, since of equal keys the one added last wins.
                for (var i = sequence.Items.Count - 1; i >= 0; i--)
                {
                    if (sequence.Items[i] is not YamlMapping item)
                    {
                        throw new YamlSyntaxException(YamlDiagnostics.BadMerge(document.LocationOf(sequence.Items[i])));
                    }

                    merged.AddRange(item.Entries);
                }

                break;
            default:
                throw new YamlSyntaxException(YamlDiagnostics.BadMerge(document.LocationOf(value)));
        }

        if (merged.Count > maxNodes)
        {
            throw new YamlSyntaxException(TooLarge(value));
        }
    }

    private static List<YamlEntry> Join(List<YamlEntry> merged, List<YamlEntry> own)
    {
        var joined = new List<YamlEntry>(merged.Count + own.Count);
        var places = new Dictionary<(string Text, YamlKind Kind), int>();
        foreach (var entry in merged.Concat(own))
        {
            if (entry.Key is not YamlScalar key)
            {
                joined.Add(entry);
            }
            else if (places.TryAdd((key.Value, KindOf(key)), joined.Count))
            {
                joined.Add(entry);
            }
            else
            {
                var place = places[(key.Value, KindOf(key))];
                joined[place] = entry with { Key = joined[place].Key };
            }
        }

        return joined;
    }

    private static YamlKind KindOf(YamlScalar key)
    {
        try
        {
            return YamlResolver.PyYaml.Resolve(key).Kind;
        }
        catch (FormatException)
        {
            return YamlKind.String;
        }
    }

    private static bool IsMergeKey(YamlNode key) =>
        key.Resolved
            is YamlScalar { Tag: YamlTags.Merge }
                or YamlScalar { Value: "<<", Style: ScalarStyle.Plain, Tag: null or "!" };
}
