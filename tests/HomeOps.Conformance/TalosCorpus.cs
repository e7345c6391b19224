namespace HomeOps.Conformance;

/// <summary>Machine configs: generated ones, merges, patches, and one document of every kind.</summary>
internal sealed class TalosCorpus : ICorpus
{
    public string Name => "talos";

    public IEnumerable<CaseResult> Run(string path, string filter) =>
        TalosStability
            .Cases(Path.Join(path, "stability"))
            .Concat(TalosStrategic.Cases(Path.Join(path, "strategic")))
            .Concat(TalosPatcher.Cases(Path.Join(path, "patcher")))
            .Concat(TalosDocuments.Cases(Path.Join(path, "documents")))
            .Where(c => c.Id.Contains(filter, StringComparison.Ordinal))
            .Select(static c => c.Run());
}
