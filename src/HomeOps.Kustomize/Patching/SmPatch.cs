using HomeOps.Schema;

namespace HomeOps.Kustomize;

/// <summary>Applies strategic merge patches to objects.</summary>
internal static class SmPatch
{
    /// <summary>Applies a patch to the one object that has or had its id.</summary>
    public static void ApplyById(ResMap objects, Resource patch, KubernetesMergeKeys schemas)
    {
        var target = objects.GetById(patch.OriginalId, patch.At);
        Apply(target, (MapNode)patch.Root.Copy(), patch, schemas);
    }

    /// <summary>Applies a patch to objects that a selector picked; the patch's own name does not matter.</summary>
    public static void ApplyTo(IReadOnlyList<Resource> targets, Resource patch, KubernetesMergeKeys schemas)
    {
        foreach (var target in targets)
        {
            var copy = (MapNode)patch.Root.Copy();
            copy.SetText("apiVersion", target.Gvk.ApiVersion);
            Apply(target, copy, patch, schemas);
        }
    }

    // Kind and name stay unless the patch may change them; the namespace always stays.
    private static void Apply(Resource target, MapNode content, Resource patch, KubernetesMergeKeys schemas)
    {
        var (name, space, kind) = (target.Name, target.Namespace, target.Kind);
        if (patch.AllowsNameChange || patch.AllowsKindChange)
        {
            target.StorePreviousId();
        }

        if (StrategicMerge.Merge(target.Root, content, schemas, patch.At) is not { } merged)
        {
            target.IsDeleted = true;
            return;
        }

        target.ReplaceRoot(merged);
        if (merged.Count == 0)
        {
            return;
        }

        if (!patch.AllowsKindChange)
        {
            merged.SetText("kind", kind);
        }

        if (!patch.AllowsNameChange)
        {
            target.SetName(name);
        }

        target.SetNamespace(space);
    }
}
