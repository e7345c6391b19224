using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Inputs;

/// <summary>Puts variables into the scalars of a document, which keep their places.</summary>
internal sealed class NodeExpansion(
    SourceText source,
    IReadOnlyDictionary<string, string> variables,
    DiagnosticBag diagnostics
)
{
    public YamlNode Expand(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                return new YamlMapping(
                    [.. mapping.Entries.Select(e => new YamlEntry(Expand(e.Key), Expand(e.Value)))],
                    mapping.Style
                )
                {
                    Span = mapping.Span,
                };
            case YamlSequence sequence:
                return new YamlSequence([.. sequence.Items.Select(Expand)], sequence.Style) { Span = sequence.Span };
            case YamlScalar scalar when scalar.Value.Contains('$', StringComparison.Ordinal):
                if (EnvSubst.Expand(scalar.Value, variables, out var problem) is { } value)
                {
                    return new YamlScalar(value, scalar.Style) { Span = scalar.Span, Tag = scalar.Tag };
                }

                diagnostics.Add(TalosDiagnostics.Variable(problem, source.At(scalar.Span)));
                return scalar;
            default:
                return node;
        }
    }
}
