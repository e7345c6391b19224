namespace HomeOps.Kustomize;

/// <summary>Follows renamed objects: fields that held an old name get the current one.</summary>
internal sealed class NameReferenceTransformer
{
    private readonly ResMap objects;
    private readonly Dictionary<string, List<(FieldSpec Field, Gvk Target)>> fieldsByKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Resource>> byPreviousName = new(StringComparer.Ordinal);

    private NameReferenceTransformer(ResMap objects, IReadOnlyList<NameReference> references)
    {
        this.objects = objects;
        foreach (var reference in references)
        {
            foreach (var field in reference.Fields)
            {
                Add(fieldsByKind, field.Gvk.Kind, (field, reference.Target));
            }
        }

        foreach (var resource in objects.Resources)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var id in resource.PreviousIds)
            {
                if (names.Add(id.Name))
                {
                    Add(byPreviousName, id.Name, resource);
                }
            }
        }
    }

    public static void Transform(ResMap objects, IReadOnlyList<NameReference> references)
    {
        var transformer = new NameReferenceTransformer(objects, references);
        if (transformer.byPreviousName.Count == 0)
        {
            return;
        }

        foreach (var resource in objects.Resources)
        {
            transformer.Update(resource);
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(item);
    }

    private void Update(Resource referrer)
    {
        var original = referrer.OriginalId.Gvk;
        foreach (var kind in (ReadOnlySpan<string>)[original.Kind, ""])
        {
            foreach (var (field, target) in fieldsByKind.GetValueOrDefault(kind) ?? [])
            {
                if (original.IsSelectedBy(field.Gvk))
                {
                    // The referrer may have changed its kind since; its original one counted.
                    var spec = field with
                    {
                        Gvk = Gvk.Any,
                    };
                    FieldVisitor.Visit(
                        referrer,
                        spec,
                        FieldVisitor.Creation.Nothing,
                        node => Set(new NameReferral(objects, byPreviousName, referrer, field, target), node)
                    );
                }
            }
        }
    }

    private static Node? Set(NameReferral referral, Node node)
    {
        if (node is SeqNode sequence)
        {
            foreach (var item in sequence.Items)
            {
                referral.Set(item);
            }
        }
        else
        {
            referral.Set(node);
        }

        return null;
    }
}
