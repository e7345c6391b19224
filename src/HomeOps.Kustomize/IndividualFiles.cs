namespace HomeOps.Kustomize;

/// <summary>The files into which <c>kustomize build --output FOLDER</c> puts objects, one each.</summary>
public static class IndividualFiles
{
    /// <summary>
    /// Every object with its file name: <c>apps_v1_deployment_web.yaml</c>, behind the namespace when the objects are of several. Of equal names the last
    /// object counts, as in kustomize; a <c>/</c> in a name becomes <c>_</c>, so that no name leads elsewhere.
    /// </summary>
    public static IReadOnlyList<(string Name, KustomizeResource Object)> Of(IReadOnlyList<KustomizeResource> objects)
    {
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in objects)
        {
            if (!one.IsClusterScoped)
            {
                namespaces.Add(one.EffectiveNamespace);
            }
        }

        var files = new List<(string, KustomizeResource)>(objects.Count);
        foreach (var one in objects)
        {
            var name = $"{one.ApiVersion.Replace('/', '_')}_{one.Kind}_{one.Name}.yaml";
            if (namespaces.Count > 1 && !one.IsClusterScoped)
            {
                name = $"{one.EffectiveNamespace}_{name}";
            }

            files.Add((name.ToLowerInvariant().Replace('/', '_'), one));
        }

        return files;
    }
}
