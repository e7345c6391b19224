using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>Reads an input file as one mapping, as PyYAML and makejinja do: the documents of a stream are merged in order.</summary>
internal static class InputYaml
{
    /// <summary>The file's keys, or null when it could not be read; the reason is among the findings.</summary>
    public static MappingReader? Read(SourceText source, DiagnosticBag findings, bool hasOwnTemplates)
    {
        var shown = new SourceText(source.Path, SecretKeys.Mask(source.Text));
        var stream = YamlReader.Read(source);
        foreach (var finding in stream.Diagnostics)
        {
            findings.Add(finding.Location is { } place ? finding with { Location = shown.At(place.Span) } : finding);
        }

        if (stream.HasErrors)
        {
            return null;
        }

        var whole = Location.OfFile(source.Path);
        var mappings = new List<YamlMapping>();
        foreach (var document in stream.Documents)
        {
            switch (document.Root?.Resolved)
            {
                case YamlMapping mapping:
                    mappings.Add(mapping);
                    break;
                case null:
                    break;
                case var other:
                    findings.Add(
                        FieldDiagnostics.NotMapping(
                            source.Path,
                            MappingReader.Described(other),
                            shown.At(other.Span),
                            "the file holds one `key: value` a line"
                        )
                    );
                    return null;
            }
        }

        return new MappingReader(mappings, shown, string.Empty, whole, findings, hasOwnTemplates);
    }
}
