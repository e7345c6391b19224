using System.Globalization;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Patching;

/// <summary>Takes the <c>$patch: delete</c> out of a document of a patch.</summary>
internal sealed class DeleteSearch(SourceText source, YamlMapping root, DiagnosticBag diagnostics)
{
    private readonly List<string> path = [];

    /// <summary>What the document deletes, in file order.</summary>
    public List<PatchDelete> Found { get; } = [];

    /// <summary>The document without them; empty when nothing else stands in it.</summary>
    public YamlMapping Run() =>
        (YamlMapping?)Prune(root, inList: false) is { } rest && !SaysNothing(rest) ? rest : new YamlMapping([]);

    // The node without deletes; null when it goes with them.
    private YamlNode? Prune(YamlNode node, bool inList) =>
        node switch
        {
            YamlMapping mapping => PruneMapping(mapping, inList),
            YamlSequence sequence => PruneSequence(sequence),
            _ => node,
        };

    private YamlMapping? PruneMapping(YamlMapping mapping, bool inList)
    {
        if (mapping.Entries.Any(IsDelete))
        {
            Add(mapping, inList);
            return null;
        }

        var kept = new List<YamlEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            path.Add(entry.Name ?? "");
            if (Prune(entry.Value, inList: false) is { } value)
            {
                kept.Add(entry with { Value = value });
            }

            path.RemoveAt(path.Count - 1);
        }

        return kept.Count == 0 && mapping.Entries.Count > 0
            ? null
            : new YamlMapping(kept, mapping.Style) { Span = mapping.Span };
    }

    private YamlSequence? PruneSequence(YamlSequence sequence)
    {
        var kept = new List<YamlNode>(sequence.Items.Count);
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            path.Add(string.Create(CultureInfo.InvariantCulture, $"[{i}]"));
            if (Prune(sequence.Items[i], inList: true) is { } item)
            {
                kept.Add(item);
            }

            path.RemoveAt(path.Count - 1);
        }

        return kept.Count == 0 && sequence.Items.Count > 0
            ? null
            : new YamlSequence(kept, sequence.Style) { Span = sequence.Span };
    }

    private void Add(YamlMapping mapping, bool inList)
    {
        var at = source.At(mapping.Span);
        var kind = (root["kind"] as YamlScalar)?.Value ?? "";
        var hasVersion = root.Find("apiVersion") is not null;
        if (kind.Length > 0 != hasVersion)
        {
            diagnostics.Add(
                kind.Length > 0 ? TalosDiagnostics.MissingApiVersion(at) : TalosDiagnostics.MissingKind(at)
            );
            return;
        }

        if (path.Count == 0 && kind.Length == 0)
        {
            diagnostics.Add(TalosDiagnostics.DeleteOfMainDocument(at));
            return;
        }

        if (!inList && path.Exists(static p => p.StartsWith('[')))
        {
            diagnostics.Add(TalosDiagnostics.DeleteInsideListItem(string.Join('.', path), at));
            return;
        }

        var selector = inList ? mapping.Entries.FirstOrDefault(static e => !IsDelete(e)) : null;
        if (inList && selector is null)
        {
            diagnostics.Add(TalosDiagnostics.DeleteWithoutSelector(string.Join('.', path), at));
            return;
        }

        var name = (root["name"] as YamlScalar)?.Value ?? "";
        var id =
            kind.Length == 0 ? "v1alpha1"
            : name.Length == 0 ? kind
            : $"{kind}/{name}";
        Found.Add(
            new PatchDelete(
                id,
                [.. path],
                selector?.Name ?? "",
                (selector?.Value.Resolved as YamlScalar)?.Value ?? "",
                at
            )
        );
    }

    private static bool IsDelete(YamlEntry entry) =>
        entry.Name == "$patch" && entry.Value.Resolved is YamlScalar { Value: "delete" };

    // What only says which document it is changes nothing. One with an apiVersion is kept: as a patch it may add that document.
    private static bool SaysNothing(YamlMapping mapping) =>
        mapping.Entries.All(static e => e.Name is "version" or "kind" or "name" && e.Value is YamlScalar);
}
