using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>What all kustomizations of one build share.</summary>
internal sealed class BuildContext(ICollection<Diagnostic> warnings)
{
    private bool isSchemaSet;
    private bool hasUsedSchemas;

    public ICollection<Diagnostic> Warnings { get; } = warnings;

    /// <summary>Whether a part that fails is reported and left out, so that the rest is still seen.</summary>
    public bool LeavesOutFailures { get; init; }

    /// <summary>Does a part of the build of which the others do not depend.</summary>
    public void Attempt(Action part)
    {
        try
        {
            part();
        }
        catch (KustomizeException failure) when (LeavesOutFailures)
        {
            Warnings.Add(failure.Diagnostic);
        }
    }

    /// <summary>
    /// Which lists patches merge. The first kustomization with <c>openapi</c> decides for all; what it declares comes beside the built-in kinds if
    /// kustomize has looked at those before, and else in their place.
    /// </summary>
    public KubernetesMergeKeys Schemas { get; private set; } = KubernetesMergeKeys.BuiltIn;

    /// <summary>Whether origins are written as annotations; the top kustomization decides.</summary>
    public bool WritesOrigins { get; init; }

    public bool WritesTransformations { get; init; }

    /// <summary>Notes that kustomize looks at the built-in kinds now: to merge a patch.</summary>
    public void UseSchemas() => hasUsedSchemas = true;

    /// <summary>Notes that kustomize looks at the built-in kinds if it does not know by heart whether this one has a namespace.</summary>
    public void UseSchemas(Gvk gvk) =>
        hasUsedSchemas |= !hasUsedSchemas && KubernetesMergeKeys.BuiltIn.Find(gvk.ApiVersion, gvk.Kind) is null;

    /// <summary>Reads the <c>openapi</c> field of a kustomization.</summary>
    public void UseOpenApi(Loader loader, Kustomization kustomization)
    {
        if (kustomization.OpenApiPath is { } path)
        {
            var source = loader.LoadText(path, kustomization.At);
            if (isSchemaSet)
            {
                return;
            }

            if (kustomization.OpenApiVersion is not null)
            {
                throw new KustomizeException(KustomizeDiagnostics.OpenApiTwice(kustomization.At));
            }

            var stream = Yaml.YamlReader.Read(source);
            if (stream.HasErrors)
            {
                throw new KustomizeException(stream.Diagnostics.First(static d => d.Severity == Severity.Error));
            }

            if (stream.Documents.Count > 0)
            {
                var declared = OpenApiMergeKeys.Read(stream.Documents[0]);
                Schemas = hasUsedSchemas ? Schemas.With(declared) : declared;
            }

            isSchemaSet = true;
        }
        else if (kustomization.OpenApiVersion is { Length: > 0 } version && !isSchemaSet)
        {
            if (version != "v1.21.2")
            {
                throw new KustomizeException(KustomizeDiagnostics.OpenApiVersion(version, kustomization.At));
            }

            isSchemaSet = true;
        }
    }
}
