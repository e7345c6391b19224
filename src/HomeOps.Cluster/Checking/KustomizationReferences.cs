using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>The local paths that a kustomization.yaml names (kustomize, api/types/kustomization.go).</summary>
internal static class KustomizationReferences
{
    /// <summary>The names kustomize looks for.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>Every local path; remote ones and inline patches are left out.</summary>
    public static IEnumerable<Reference> Of(YamlMapping kustomization)
    {
        foreach (var reference in Texts(kustomization, "resources", ReferenceTarget.FileOrKustomization))
        {
            yield return reference;
        }

        foreach (var field in (string[])["components", "bases"])
        {
            foreach (var reference in Texts(kustomization, field, ReferenceTarget.Kustomization))
            {
                yield return reference;
            }
        }

        foreach (var field in (string[])["crds", "configurations", "patchesStrategicMerge"])
        {
            foreach (var reference in Texts(kustomization, field, ReferenceTarget.File))
            {
                yield return reference;
            }
        }

        foreach (var field in (string[])["generators", "transformers", "validators"])
        {
            foreach (var reference in Texts(kustomization, field, ReferenceTarget.FileOrKustomization))
            {
                yield return reference;
            }
        }

        foreach (var field in (string[])["patches", "patchesJson6902", "replacements"])
        {
            foreach (var item in Mappings(kustomization, field))
            {
                if (item["path"] is YamlScalar { Value.Length: > 0 } path)
                {
                    yield return new Reference(field, path.Value, path, ReferenceTarget.File);
                }
            }
        }

        foreach (var field in (string[])["configMapGenerator", "secretGenerator"])
        {
            foreach (var item in Mappings(kustomization, field))
            {
                foreach (var reference in Generated(item, field))
                {
                    yield return reference;
                }
            }
        }
    }

    // A file may be given a key: `key=path`.
    private static IEnumerable<Reference> Generated(YamlMapping generator, string field)
    {
        foreach (var node in Scalars(generator, "files"))
        {
            var path = node.Value[(node.Value.IndexOf('=', StringComparison.Ordinal) + 1)..];
            yield return new Reference(field, path, node, ReferenceTarget.File);
        }

        foreach (var node in Scalars(generator, "envs"))
        {
            yield return new Reference(field, node.Value, node, ReferenceTarget.File);
        }

        if (generator["env"] is YamlScalar { Value.Length: > 0 } env)
        {
            yield return new Reference(field, env.Value, env, ReferenceTarget.File);
        }
    }

    private static IEnumerable<Reference> Texts(YamlMapping mapping, string field, ReferenceTarget target)
    {
        foreach (var node in Scalars(mapping, field))
        {
            if (!IsInline(node) && !IsRemote(node.Value))
            {
                yield return new Reference(field, node.Value, node, target);
            }
        }
    }

    private static IEnumerable<YamlScalar> Scalars(YamlMapping mapping, string field) =>
        (mapping[field] as YamlSequence)?.Items.Select(static i => i.Resolved).OfType<YamlScalar>() ?? [];

    private static IEnumerable<YamlMapping> Mappings(YamlMapping mapping, string field) =>
        (mapping[field] as YamlSequence)?.Items.Select(static i => i.Resolved).OfType<YamlMapping>() ?? [];

    private static bool IsInline(YamlScalar node) => node.Value.Contains('\n', StringComparison.Ordinal);

    // What kustomize takes for a repository: a URL, a scp-like address, or a host name before the first slash with a query.
    private static bool IsRemote(string path) =>
        path.Contains("://", StringComparison.Ordinal)
        || path.StartsWith("git@", StringComparison.Ordinal)
        || path.StartsWith("github.com/", StringComparison.Ordinal)
        || path.Contains("?ref=", StringComparison.Ordinal);
}
