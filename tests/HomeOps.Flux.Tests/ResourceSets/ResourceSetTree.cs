using HomeOps.Files;

namespace HomeOps.Flux.Tests.ResourceSets;

/// <summary>A tree with one ResourceSet.</summary>
internal static class ResourceSetTree
{
    /// <summary>What is built of a ResourceSet and other objects.</summary>
    public static FluxCluster Build(string spec, params string[] others) =>
        FluxCluster.Build(Of(spec, others), "cluster");

    /// <summary>The tree of a ResourceSet and other objects, to which more can be added.</summary>
    public static MemoryTree Of(string spec, params string[] others)
    {
        var tree = new MemoryTree();
        tree.Add(
            "cluster/set.yaml",
            $"""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata:
              name: set
              namespace: flux-system
            spec:
            {spec}

            """
        );
        for (var i = 0; i < others.Length; i++)
        {
            tree.Add($"cluster/zz{i}.yaml", others[i]);
        }

        return tree;
    }

    /// <summary>A ResourceSetInputProvider.</summary>
    public static string Provider(string name, string type, string values, string labels = "") =>
        $$"""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSetInputProvider
            metadata:
              name: {{name}}
              namespace: flux-system
              labels: { {{labels}} }
            spec:
              type: {{type}}
              defaultValues: {{values}}

            """;
}
