using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary><c>patchesStrategicMerge</c>: patches as texts or as paths of files.</summary>
internal sealed class SmPatchTransformer
{
    private readonly KubernetesMergeKeys schemas;
    private readonly List<Resource> patches = [];

    public SmPatchTransformer(Loader loader, IReadOnlyList<LocatedText> entries, KubernetesMergeKeys schemas)
    {
        this.schemas = schemas;
        foreach (var entry in entries)
        {
            var source = entry.Text.Contains('\n', StringComparison.Ordinal)
                ? new SourceText($"{entry.At.Path} (patch on line {entry.At.Start.Line})", entry.Text)
                : loader.LoadText(entry.Text, entry.At);
            patches.AddRange(ResourceReader.Read(source));
        }

        foreach (var patch in patches)
        {
            patch.MakeTextsOfMetadata();
        }

        if (patches.Count == 0)
        {
            throw new KustomizeException(KustomizeDiagnostics.EmptyPatch(entries[0].At));
        }
    }

    public void Transform(ResMap objects)
    {
        foreach (var patch in patches)
        {
            SmPatch.ApplyById(objects, patch, schemas);
            objects.CheckIds();
        }
    }
}
