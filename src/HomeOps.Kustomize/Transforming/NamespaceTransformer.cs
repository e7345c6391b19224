using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Puts all objects that have a namespace into one.</summary>
internal sealed class NamespaceTransformer(
    string space,
    IReadOnlyList<FieldSpec> fields,
    Location at,
    string subjectMode = "",
    bool isUnsetOnly = false
)
{
    public void Transform(ResMap objects)
    {
        if (space.Length == 0)
        {
            return;
        }

        foreach (var resource in objects.Resources)
        {
            resource.StorePreviousId();
            Transform(resource);
        }

        if (objects.FindConflict() is { } conflict)
        {
            throw new KustomizeException(KustomizeDiagnostics.NamespaceConflict(conflict.CurrentId, at));
        }
    }

    /// <summary>Puts one object into the namespace.</summary>
    public void Transform(Resource resource)
    {
        var gvk = resource.Gvk;
        if (!gvk.IsClusterScoped && resource.Root.MapOrNew("metadata") is { } metadata)
        {
            SetIn(metadata);
        }

        if (gvk.Kind is "RoleBinding" or "ClusterRoleBinding")
        {
            SetSubjects(resource);
        }

        foreach (var spec in fields)
        {
            var isSkipped =
                spec.Path == "metadata/namespace"
                || (spec.Path == "metadata/name" && gvk.ApiVersion != "v1")
                || (spec.Path == "subjects/namespace" && gvk.Kind is "RoleBinding" or "ClusterRoleBinding");
            if (!isSkipped)
            {
                FieldVisitor.Visit(resource, spec, FieldVisitor.Creation.Scalar, Set);
            }
        }

        Node? Set(Node node) =>
            node switch
            {
                ScalarNode scalar when isUnsetOnly && scalar is { Text.Length: > 0, Tag: not ScalarTag.Null } => null,
                ScalarNode => ScalarNode.String(space),
                _ => throw new KustomizeException(
                    KustomizeDiagnostics.NamespaceNotText(resource.CurrentId, resource.At)
                ),
            };
    }

    // The service account "default" is the one of the namespace the binding is moved to.
    private void SetSubjects(Resource resource)
    {
        if (subjectMode == "none" || resource.Root["subjects"] is not SeqNode subjects)
        {
            return;
        }

        foreach (var subject in subjects.Items)
        {
            if (
                subject is MapNode map
                && (
                    subjectMode == "allServiceAccounts"
                        ? map.Text("kind") == "ServiceAccount"
                        : map.Text("name") == "default"
                )
            )
            {
                SetIn(map);
            }
        }
    }

    private void SetIn(MapNode map)
    {
        if (!isUnsetOnly || map["namespace"] is not ScalarNode { Text.Length: > 0, Tag: not ScalarTag.Null })
        {
            map.SetText("namespace", space);
        }
    }
}
