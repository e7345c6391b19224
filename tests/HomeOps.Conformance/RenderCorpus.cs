namespace HomeOps.Conformance;

/// <summary>Whole repositories rendered by makejinja.</summary>
internal sealed class RenderCorpus : ICorpus
{
    public string Name => "render";

    public IEnumerable<CaseResult> Run(string path, string filter) =>
        Directory
            .GetDirectories(path)
            .Where(d => Path.GetFileName(d).Contains(filter, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static d => RenderedTreeCase.Run(d, "render"));
}
