namespace HomeOps.Kustomize;

/// <summary>Objects that only the build needs: those with the annotation <c>config.kubernetes.io/local-config</c>.</summary>
internal static class LocalConfig
{
    private const string Key = "config.kubernetes.io/local-config";

    /// <summary>
    /// Takes them out, and reports two objects that share an id at last. As in kustomize, which drops by id, one stays that has the id of an
    /// object that is not local.
    /// </summary>
    public static void Drop(ResMap objects)
    {
        var kept = new Dictionary<ResId, Resource>();
        var dropped = new Dictionary<ResId, Resource>();
        foreach (var resource in objects.Resources)
        {
            var ids = IsLocal(resource) ? dropped : kept;
            if (!ids.TryAdd(resource.CurrentId.Key, resource))
            {
                var id = resource.CurrentId;
                throw new KustomizeException(KustomizeDiagnostics.Duplicate(id, ids[id.Key].At, resource.At));
            }
        }

        objects.RemoveAll(r => IsLocal(r) && !kept.ContainsKey(r.CurrentId.Key));
    }

    private static bool IsLocal(Resource resource) => resource.Annotations?.Text(Key) is { } local && local != "false";
}
