namespace HomeOps.Kustomize;

/// <summary>Objects that only the build needs: those with the annotation <c>config.kubernetes.io/local-config</c>.</summary>
internal static class LocalConfig
{
    private const string Key = "config.kubernetes.io/local-config";

    /// <summary>
    /// Takes them out, and reports an object without kind or name and two that share an id at last. As in kustomize, which drops by id, one stays that has the id of an
    /// object that is not local.
    /// </summary>
    public static void Drop(ResMap objects)
    {
        var kept = new Dictionary<ResId, Resource>();
        var dropped = new Dictionary<ResId, Resource>();
        foreach (var resource in objects.Resources)
        {
            Check(resource);
            var ids = IsLocal(resource) ? dropped : kept;
            if (!ids.TryAdd(resource.CurrentId.Key, resource))
            {
                var id = resource.CurrentId;
                throw new KustomizeException(KustomizeDiagnostics.Duplicate(id, ids[id.Key].At, resource.At));
            }
        }

        objects.RemoveAll(r => IsLocal(r) && !kept.ContainsKey(r.CurrentId.Key));
    }

    // A patch or a replacement may have taken away what every object needs.
    private static void Check(Resource resource)
    {
        if (resource.Kind.Length == 0)
        {
            throw new KustomizeException(KustomizeDiagnostics.MissingKind(resource.At));
        }

        if (resource.Name.Length == 0 && !resource.Kind.EndsWith("List", StringComparison.Ordinal))
        {
            throw new KustomizeException(KustomizeDiagnostics.MissingName(resource.Kind, resource.At));
        }
    }

    private static bool IsLocal(Resource resource) => resource.Annotations?.Text(Key) is { } local && local != "false";
}
