using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One entry of <c>patchesJson6902</c>.</summary>
internal sealed class JsonPatchTransformer
{
    private readonly Selector target;
    private readonly JsonPatch patch;

    public JsonPatchTransformer(Loader loader, PatchArguments arguments)
    {
        if (arguments.Target is not { Name.Length: > 0 } selector)
        {
            throw new KustomizeException(KustomizeDiagnostics.JsonPatchWithoutTarget(arguments.At));
        }

        target = selector;
        var text = arguments.Patch.Trim();
        if (text.Length > 0 == arguments.Path.Length > 0)
        {
            throw new KustomizeException(
                text.Length > 0
                    ? KustomizeDiagnostics.PatchAndPath(arguments.At)
                    : KustomizeDiagnostics.NeitherPatchNorPath(arguments.At)
            );
        }

        var source =
            text.Length > 0
                ? new SourceText($"{arguments.At.Path} (patch on line {arguments.At.Start.Line})", text)
                : loader.LoadText(arguments.Path, arguments.At);
        patch = JsonPatch.Read(source, arguments.At);
    }

    public void Transform(ResMap objects)
    {
        foreach (var resource in objects.Select(target))
        {
            patch.Apply(resource);
        }
    }
}
