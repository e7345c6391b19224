using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Reports sources that no object of the tree describes and that are therefore taken to be the repository itself. One such name is what
/// bootstrapping leaves; when there are several, some of them are mistakes.
/// </summary>
internal static class SourceCheck
{
    public static IReadOnlyDictionary<string, List<Diagnostic>> Run(
        IEnumerable<FluxKustomization> all,
        SourceResolution sources
    )
    {
        var assumed = all.Where(ks =>
                ks.Source is { } source
                && KustomizationReader.SourceKinds.Contains(source.Kind)
                && sources.Judge(ks) == SourceVerdict.Unknown
            )
            .ToList();
        var names = assumed.Select(static ks => ks.Source?.Key).Distinct().Count();
        var isOwnUsed = all.Any(static ks => ks.Source?.Key == SourceResolution.Own);
        var findings = new Dictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        if (names + (isOwnUsed ? 1 : 0) < 2)
        {
            return findings;
        }

        foreach (var ks in assumed)
        {
            if (ks.Source is { } source)
            {
                findings[ks.Id] = [FluxDiagnostics.AssumedSource(source)];
            }
        }

        return findings;
    }
}
