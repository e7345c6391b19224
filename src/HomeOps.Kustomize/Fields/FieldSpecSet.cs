namespace HomeOps.Kustomize;

/// <summary>Lists of field specs as kustomize merges them: what is covered already is not added again.</summary>
internal static class FieldSpecSet
{
    /// <summary>One list with the specs of another behind it; the first list itself when nothing is new.</summary>
    public static IReadOnlyList<FieldSpec> Merge(IReadOnlyList<FieldSpec> list, IReadOnlyList<FieldSpec> incoming)
    {
        if (ReferenceEquals(list, incoming) || incoming.Count == 0)
        {
            return list;
        }

        List<FieldSpec>? result = null;
        foreach (var spec in incoming)
        {
            var known = Find(result ?? list, spec);
            if (known is null)
            {
                result ??= [.. list];
                result.Add(spec);
            }
            else if (known.Creates != spec.Creates)
            {
                throw new KustomizeException(KustomizeDiagnostics.ConflictingFieldSpecs(spec.Path, spec.Gvk));
            }
        }

        return result ?? list;
    }

    private static FieldSpec? Find(IReadOnlyList<FieldSpec> list, FieldSpec spec)
    {
        foreach (var candidate in list)
        {
            if (candidate.Covers(spec))
            {
                return candidate;
            }
        }

        return null;
    }
}
