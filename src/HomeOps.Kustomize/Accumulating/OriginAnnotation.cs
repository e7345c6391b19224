namespace HomeOps.Kustomize;

/// <summary>What <c>buildMetadata</c> adds to objects.</summary>
internal static class OriginAnnotation
{
    private const string OriginKey = "config.kubernetes.io/origin";
    private const string TransformationsKey = "alpha.config.kubernetes.io/transformations";

    /// <summary>Remembers a transformer on every object; one without origin gets it as its origin.</summary>
    public static void Record(ResMap objects, Origin transformer)
    {
        foreach (var resource in objects.Resources)
        {
            if (resource.IsDeleted)
            {
                continue;
            }

            if (resource.Origin is null)
            {
                resource.Origin = transformer;
            }
            else
            {
                resource.Transformations.Add(transformer);
            }
        }
    }

    /// <summary>
    /// Writes the annotations. On the way every annotation becomes a text and an empty set disappears, as in kustomize, which
    /// removes its own notes so.
    /// </summary>
    public static void Write(Resource resource, BuildContext context)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in resource.Annotations?.Entries ?? [])
        {
            annotations[key] = Node.TextOf(value) ?? "";
        }

        if (context.WritesOrigins && resource.Origin is { } origin)
        {
            annotations[OriginKey] = origin.ToString();
        }
        else
        {
            annotations.Remove(OriginKey);
        }

        if (context.WritesTransformations && resource.Transformations.Count > 0)
        {
            annotations[TransformationsKey] = Origin.Write(resource.Transformations);
        }
        else
        {
            annotations.Remove(TransformationsKey);
        }

        resource.SetAnnotations(annotations);
    }
}
