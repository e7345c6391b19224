namespace HomeOps.Kustomize;

/// <summary>The fields that hold names of objects of one kind.</summary>
internal sealed record NameReference(Gvk Target, IReadOnlyList<FieldSpec> Fields)
{
    private static readonly string[] Known = ["group", "version", "kind", "fieldSpecs"];

    public static IReadOnlyList<NameReference> ReadAll(FieldReader fields)
    {
        var result = new List<NameReference>();
        foreach (var child in fields.Children("nameReference", Known))
        {
            result.Add(
                new NameReference(
                    new Gvk(child.Text("group"), child.Text("version"), child.Text("kind")),
                    FieldSpec.ReadAll(child, "fieldSpecs")
                )
            );
        }

        return result;
    }

    public static IReadOnlyList<NameReference> Merge(
        IReadOnlyList<NameReference> list,
        IReadOnlyList<NameReference> incoming
    )
    {
        if (ReferenceEquals(list, incoming) || incoming.Count == 0)
        {
            return list;
        }

        var result = new List<NameReference>(list);
        foreach (var reference in incoming)
        {
            var known = result.FindIndex(r => r.Target == reference.Target);
            if (known < 0)
            {
                result.Add(reference);
            }
            else
            {
                result[known] = result[known] with
                {
                    Fields = FieldSpecSet.Merge(result[known].Fields, reference.Fields),
                };
            }
        }

        return result;
    }
}
