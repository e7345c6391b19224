namespace HomeOps.Kustomize;

/// <summary>Adds the hash of their content to the names of generated objects.</summary>
internal static class HashTransformer
{
    public static void Transform(ResMap objects)
    {
        foreach (var resource in objects.Resources)
        {
            if (resource.NeedsHash)
            {
                var hash = NameHash.Of(resource.Root);
                resource.StorePreviousId();
                resource.SetName($"{resource.Name}-{hash}");
            }
        }
    }
}
