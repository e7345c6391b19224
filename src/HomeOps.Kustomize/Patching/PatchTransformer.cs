using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One entry of <c>patches</c>: a strategic merge patch or a list of JSON patch operations, as its text reads.</summary>
internal sealed class PatchTransformer
{
    private readonly PatchArguments arguments;
    private readonly KubernetesMergeKeys schemas;
    private readonly List<Resource> merges = [];
    private readonly JsonPatch? operations;

    public PatchTransformer(Loader loader, PatchArguments arguments, KubernetesMergeKeys schemas)
    {
        (this.arguments, this.schemas) = (arguments, schemas);
        var source = Read(loader, arguments);
        if (JsonPatch.TryRead(source) is { } read)
        {
            operations = read;
            return;
        }

        // A patch of comments only does nothing, as in kustomize.
        merges = ResourceReader.Read(source);
        foreach (var patch in merges)
        {
            if (arguments.AllowsNameChange)
            {
                patch.Enable(BuildAnnotations.AllowsNameChange);
            }

            if (arguments.AllowsKindChange)
            {
                patch.Enable(BuildAnnotations.AllowsKindChange);
            }
        }
    }

    /// <summary>Whether it merges, which takes the schemas of objects.</summary>
    public bool IsMerge => merges.Count > 0;

    public void Transform(ResMap objects)
    {
        if (operations is not null)
        {
            TransformJson(objects, operations);
        }
        else if (arguments.Target is null)
        {
            foreach (var patch in merges)
            {
                SmPatch.ApplyById(objects, patch, schemas);
            }
        }
        else
        {
            if (merges.Count > 1)
            {
                throw new KustomizeException(KustomizeDiagnostics.SeveralPatchesWithTarget(arguments.At));
            }

            foreach (var patch in merges)
            {
                patch.MakeTextsOfMetadata();
                SmPatch.ApplyTo(objects.Select(arguments.Target), patch, schemas);
                objects.CheckIds();
            }
        }
    }

    private static SourceText Read(Loader loader, PatchArguments arguments)
    {
        var text = arguments.Patch.Trim();
        if (text.Length > 0 && arguments.Path.Length > 0)
        {
            throw new KustomizeException(KustomizeDiagnostics.PatchAndPath(arguments.At));
        }

        if (text.Length == 0 && arguments.Path.Length == 0)
        {
            throw new KustomizeException(KustomizeDiagnostics.NeitherPatchNorPath(arguments.At));
        }

        return text.Length > 0
            ? new SourceText($"{arguments.At.Path} (patch on line {arguments.At.Start.Line})", text)
            : loader.LoadText(arguments.Path, arguments.At);
    }

    private void TransformJson(ResMap objects, JsonPatch patch)
    {
        if (arguments.Target is null)
        {
            throw new KustomizeException(KustomizeDiagnostics.JsonPatchWithoutTarget(arguments.At));
        }

        foreach (var resource in objects.Select(arguments.Target))
        {
            resource.StorePreviousId();
            patch.Apply(resource);
        }
    }
}
