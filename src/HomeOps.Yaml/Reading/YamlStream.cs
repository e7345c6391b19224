using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>What reading a text gave: the documents up to the first error, and the findings.</summary>
public sealed record YamlStream(
    SourceText Source,
    IReadOnlyList<YamlDocument> Documents,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>Whether the text could not be read to its end.</summary>
    public bool HasErrors => Diagnostics.Any(static d => d.Severity == Severity.Error);
}
