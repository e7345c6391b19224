namespace HomeOps.Kustomize;

/// <summary>One field that holds a name, and the search for the object it means.</summary>
internal sealed class NameReferral(
    ResMap objects,
    Dictionary<string, List<Resource>> byPreviousName,
    Resource referrer,
    FieldSpec field,
    Gvk target
)
{
    private readonly ResId referrerId = referrer.CurrentId;

    /// <summary>Puts the current name into a text, or name and namespace into a map with a <c>name</c>.</summary>
    public void Set(Node node)
    {
        switch (node)
        {
            case ScalarNode { Tag: ScalarTag.Null }:
                break;
            case ScalarNode scalar:
                if (Find(scalar.Text, null, comparesNamespaces: false) is { } named && named.Name != scalar.Text)
                {
                    scalar.Take(ScalarNode.Untyped(named.Name));
                }

                break;
            case MapNode map:
                SetMap(map);
                break;
            default:
                throw new KustomizeException(KustomizeDiagnostics.NotReference(field.Path, referrerId, referrer.At));
        }
    }

    private void SetMap(MapNode map)
    {
        if (map["name"] is not ScalarNode name)
        {
            throw new KustomizeException(
                KustomizeDiagnostics.ReferenceWithoutName(field.Path, referrerId, referrer.At)
            );
        }

        if (Find(name.Text, map.Text("namespace"), comparesNamespaces: true) is not { } found)
        {
            return;
        }

        var space = found.Namespace;
        if (found.Name == name.Text && space.Length == 0)
        {
            return;
        }

        name.Take(ScalarNode.Untyped(found.Name));
        if (space.Length > 0)
        {
            if (map["namespace"] is ScalarNode old)
            {
                old.Take(ScalarNode.Untyped(space));
            }
            else
            {
                map.Set("namespace", ScalarNode.Untyped(space));
            }
        }
    }

    private Resource? Find(string oldName, string? space, bool comparesNamespaces)
    {
        if (!byPreviousName.TryGetValue(oldName, out var named))
        {
            return null;
        }

        var candidates = new List<Resource>();
        foreach (var candidate in named)
        {
            if (IsReachable(candidate) && IsTarget(candidate, target) && IsRole(candidate) && IsNear(candidate))
            {
                candidates.Add(candidate);
            }
        }

        if (space is not null)
        {
            candidates = InNamespace(candidates, space);
        }

        if (candidates.Count > 1)
        {
            candidates.RemoveAll(c => !AffixesMatch(c, allowsNone: true));
        }

        if (candidates.Count > 1)
        {
            candidates.RemoveAll(c => !AffixesMatch(c, allowsNone: false));
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        foreach (var other in candidates)
        {
            if (other.Name != candidates[0].Name || (comparesNamespaces && other.Namespace != candidates[0].Namespace))
            {
                throw new KustomizeException(
                    KustomizeDiagnostics.AmbiguousReference(
                        oldName,
                        field.Path,
                        referrerId,
                        candidates[0].CurrentId,
                        other.CurrentId,
                        referrer.At
                    )
                );
            }
        }

        return candidates[0];
    }

    // Objects of the same namespace, without namespace, or of one that a role binding's subjects name.
    private bool IsReachable(Resource candidate)
    {
        var id = candidate.CurrentId;
        return referrerId.Gvk.IsClusterScoped
            || id.Gvk.IsClusterScoped
            || id.EffectiveNamespace == referrerId.EffectiveNamespace
            || IsSubjectNamespace(id.Namespace);
    }

    private bool IsSubjectNamespace(string space)
    {
        if (referrer.Kind != "RoleBinding" || referrer.Root["subjects"] is not SeqNode subjects)
        {
            return false;
        }

        foreach (var item in subjects.Items)
        {
            if (
                item is MapNode subject
                && subject.Text("kind") == "ServiceAccount"
                && subject.Text("namespace") == space
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTarget(Resource candidate, Gvk gvk)
    {
        foreach (var id in candidate.PreviousIds)
        {
            if (id.Gvk.IsSelectedBy(gvk))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRole(Resource candidate) =>
        !field.Path.EndsWith("roleRef/name", StringComparison.Ordinal)
        || referrer.Root.Map("roleRef") is not { } role
        || role.Text("apiGroup") is not { } group
        || role.Text("kind") is not { } kind
        || IsTarget(candidate, Gvk.OfKind(kind, group));

    private bool IsNear(Resource candidate)
    {
        var id = candidate.CurrentId;
        return referrerId.Gvk.IsClusterScoped
            || id.Gvk.IsClusterScoped
            || id.Gvk.Kind == "ServiceAccount"
            || id.EffectiveNamespace == referrerId.EffectiveNamespace;
    }

    // Objects that once were in the namespace; when no object at all was, those that are in it now.
    private List<Resource> InNamespace(List<Resource> candidates, string space)
    {
        foreach (var resource in objects.Resources)
        {
            if (IsReachable(resource) && resource.OriginalId.EffectiveNamespace == space)
            {
                return candidates.FindAll(c => c.OriginalId.EffectiveNamespace == space);
            }
        }

        return candidates.FindAll(c => c.CurrentId.EffectiveNamespace == space);
    }

    private bool AffixesMatch(Resource candidate, bool allowsNone) =>
        EndsAlike(referrer.Prefixes, candidate.Prefixes, allowsNone)
        && EndsAlike(referrer.Suffixes, candidate.Suffixes, allowsNone);

    private static bool EndsAlike(IReadOnlyList<string> a, IReadOnlyList<string> b, bool allowsNone)
    {
        var shorter = Math.Min(a.Count, b.Count);
        if (shorter == 0)
        {
            return allowsNone || a.Count == b.Count;
        }

        for (var i = 1; i <= shorter; i++)
        {
            if (a[^i] != b[^i])
            {
                return false;
            }
        }

        return true;
    }
}
