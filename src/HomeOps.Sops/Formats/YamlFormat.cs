using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Sops.Formats;

/// <summary>YAML as SOPS reads it (go-yaml v3) and writes it.</summary>
internal sealed class YamlFormat : SopsFormat
{
    public YamlFormat()
        : base("yaml") { }

    internal override FileContent Read(SourceText text)
    {
        if (text.Text.AsSpan().Trim().IsEmpty)
        {
            throw new SopsException(SopsFailure.EmptyFile, SopsDiagnostics.Empty(text.At(0, 0)));
        }

        var stream = YamlReader.Read(text);
        if (stream.Diagnostics.FirstOrDefault(static d => d.Severity == Severity.Error) is { } error)
        {
            throw new SopsException(SopsFailure.BadInput, error);
        }

        if (stream.Documents.Count == 0)
        {
            throw new SopsException(SopsFailure.BadInput, SopsDiagnostics.Empty(text.At(0, 0)));
        }

        return YamlTreeReader.Read(text, stream.Documents);
    }

    internal override string Write(SopsTree tree, SopsMap? block, FileLayout layout) =>
        Write(new YamlTreeWriter(layout.Indents.ReproducesFaults).Write(tree, block), layout);

    internal override string? Patch(FileContent old, FileContent wanted, FileLayout layout) =>
        YamlPatch.Apply(this, old, wanted, layout);

    internal override string WriteValue(SopsTree tree, SopsNode value, FileLayout layout) =>
        Write([new YamlTreeWriter(layout.Indents.ReproducesFaults).WriteValue(value)], layout);

    private static string Write(IReadOnlyList<YamlDocument> documents, FileLayout layout) =>
        YamlWriter.Write(
            documents,
            YamlProfile.Sops(layout.Indents.Yaml) with
            {
                ReproducesFaults = layout.Indents.ReproducesFaults,
            }
        );
}
