namespace HomeOps.Conformance;

/// <summary>One small tree for each rule of makejinja about files.</summary>
internal sealed class MakejinjaRulesCorpus : ICorpus
{
    public string Name => "makejinja-rules";

    public IEnumerable<CaseResult> Run(string path, string filter) =>
        Directory
            .GetDirectories(path)
            .Where(d => Path.GetFileName(d).Contains(filter, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static d => RenderedTreeCase.Run(d, "makejinja-rules"));
}
