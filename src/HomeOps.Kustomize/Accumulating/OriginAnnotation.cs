namespace HomeOps.Kustomize;

/// <summary>What <c>buildMetadata</c> adds to objects.</summary>
internal static class OriginAnnotation
{
    /// <summary>Notes a transformer on every object; one without origin gets it as its origin.</summary>
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
                resource.AddTransformation(transformer);
            }
        }
    }

    /// <summary>
    /// Removes what was noted and not asked for. On the way every annotation becomes a text and an empty set disappears, as in kustomize.
    /// </summary>
    public static void Clean(Resource resource, BuildContext context)
    {
        if (context.WritesOrigins && context.WritesTransformations && resource.Annotations is null or { Count: 0 })
        {
            return;
        }

        var annotations = resource.AnnotationTexts();
        foreach (var key in BuildAnnotations.Internal)
        {
            annotations.Remove(key);
        }

        if (!context.WritesOrigins)
        {
            annotations.Remove(BuildAnnotations.Origin);
        }

        if (!context.WritesTransformations)
        {
            annotations.Remove(BuildAnnotations.Transformations);
        }

        resource.SetAnnotations(annotations);
    }
}
