using HomeOps.Talos.Model;
using HomeOps.Talos.Patching;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>Reads the documents of a config or of a strategic patch.</summary>
internal static class ConfigReader
{
    /// <summary>
    /// The documents in order, each a <see cref="ConfigDocument"/>; in a patch preceded by the <see cref="PatchDelete"/>s that
    /// stood in it.
    /// </summary>
    public static List<object> Read(SourceText source, DiagnosticBag diagnostics, bool allowsDeletes)
    {
        var parts = new List<object>();
        var stream = YamlReader.Read(source);
        diagnostics.AddRange(stream.Diagnostics);
        if (stream.HasErrors)
        {
            return parts;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in stream.Documents)
        {
            ReadDocument(document, parts, seen, diagnostics, allowsDeletes);
        }

        return parts;
    }

    private static void ReadDocument(
        YamlDocument document,
        List<object> parts,
        HashSet<string> seen,
        DiagnosticBag diagnostics,
        bool allowsDeletes
    )
    {
        foreach (var duplicate in YamlDuplicates.Find(document))
        {
            diagnostics.Add(YamlDuplicates.Error(document, duplicate));
        }

        var (expanded, error) = YamlExpansion.Expand(document, mergeKeys: true);
        if (error is not null)
        {
            diagnostics.Add(error);
            return;
        }

        var root = expanded?.Root;
        if (root is null or YamlScalar { Style: ScalarStyle.Plain, Value: "" or "null" or "~" })
        {
            return;
        }

        if (root is not YamlMapping mapping)
        {
            diagnostics.Add(TalosDiagnostics.NotADocument(document.LocationOf(root)));
            return;
        }

        if (allowsDeletes)
        {
            var search = new DeleteSearch(document.Source, mapping, diagnostics);
            mapping = search.Run();
            parts.AddRange(search.Found);
            if (mapping.Entries.Count == 0)
            {
                return;
            }
        }

        if (ReadMapping(document.Source, mapping, diagnostics) is not { } read)
        {
            return;
        }

        // In a patch the same document may come again (Talos, testdata of configpatcher).
        if (!seen.Add(read.Id) && !allowsDeletes)
        {
            diagnostics.Add(TalosDiagnostics.DuplicateDocument(read.Id, document.LocationOf(mapping)));
        }

        parts.Add(read);
    }

    private static ConfigDocument? ReadMapping(SourceText source, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var at = source.At(mapping.Span);
        var kind = (mapping["kind"] as YamlScalar)?.Value ?? "";
        var hasVersion = mapping.Find("apiVersion") is not null;
        DocumentKind? type;
        if (kind.Length == 0)
        {
            type = IsMain(mapping) ? V1Alpha1Config.Kind : null;
            if (type is null)
            {
                diagnostics.Add(hasVersion ? TalosDiagnostics.MissingKind(at) : TalosDiagnostics.NotAConfig(at));
                return null;
            }
        }
        else if (!hasVersion)
        {
            diagnostics.Add(TalosDiagnostics.MissingApiVersion(at));
            return null;
        }
        else
        {
            type = DocumentKinds.Find(kind);
            if (type is null)
            {
                var place = mapping["kind"] is { } node ? source.At(node.Span) : at;
                diagnostics.Add(TalosDiagnostics.UnknownKind(kind, Spelling.Nearest(kind, DocumentKinds.Names), place));
                return null;
            }

            mapping = new YamlMapping(
                [.. mapping.Entries.Where(static e => e.Name is not ("apiVersion" or "kind"))],
                mapping.Style
            )
            {
                Span = mapping.Span,
            };
        }

        var value = (ConfigStruct?)type.Read(mapping, new ReadContext(source, diagnostics));
        return value is null ? null : new ConfigDocument(type, value);
    }

    private static bool IsMain(YamlMapping mapping) =>
        mapping.Entries.Any(static e => e.Name is "machine" or "cluster" or "debug" or "persist" or "version");
}
