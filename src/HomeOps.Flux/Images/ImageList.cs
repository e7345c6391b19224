using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>
/// The container images that objects name: any text that reads as an image with a tag or digest, the value of a key <c>image</c>, and maps
/// with <c>repository</c> and <c>tag</c>, as charts take them. Images that only a chart's own defaults name are not seen.
/// </summary>
public static class ImageList
{
    /// <summary>The images of an object and, for a HelmRelease, of its values; in the order met, once each.</summary>
    public static IReadOnlyList<string> Of(KustomizeResource o)
    {
        var found = new List<string>();
        Collect(o.Root, found);
        return found.Distinct(StringComparer.Ordinal).ToList();
    }

    private static void Collect(MapNode map, List<string> found)
    {
        if (Composed(map) is { } composed)
        {
            found.Add(composed);
        }

        foreach (var (key, value) in map.Entries)
        {
            Collect(value, found, isImage: key is "image" or "imageName");
        }
    }

    private static void Collect(Node node, List<string> found, bool isImage)
    {
        switch (node)
        {
            case MapNode map:
                Collect(map, found);
                break;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, found, isImage: false);
                }

                break;
            case ScalarNode { Tag: ScalarTag.String } scalar when ImageName.IsImage(scalar.Text, isImage):
                found.Add(scalar.Text);
                break;
        }
    }

    // {registry, repository, tag, digest}: what values of charts look like.
    private static string? Composed(MapNode map)
    {
        if (map.Text("repository") is not { Length: > 0 } repository || map["tag"] is null && map["digest"] is null)
        {
            return null;
        }

        var registry = map.Text("registry") is { Length: > 0 } host ? host + "/" : "";
        var tag = map.Text("tag") is { Length: > 0 } text ? ":" + text : "";
        var digest = map.Text("digest") is { Length: > 0 } sum ? "@" + sum : "";
        var image = $"{registry}{repository}{tag}{digest}";
        return ImageName.IsImage(image, isExpected: false) || ImageName.IsImage(image, isExpected: true) ? image : null;
    }
}
