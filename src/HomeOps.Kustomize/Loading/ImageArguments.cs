namespace HomeOps.Kustomize;

/// <summary>One entry of <c>images</c>.</summary>
internal sealed record ImageArguments(string Name, string NewName, string NewTag, string TagSuffix, string Digest)
{
    public static readonly string[] Fields = ["name", "newName", "tagSuffix", "newTag", "digest"];

    public static IReadOnlyList<ImageArguments> ReadAll(FieldReader fields, string name)
    {
        var result = new List<ImageArguments>();
        foreach (var child in fields.Children(name, Fields))
        {
            result.Add(Read(child));
        }

        return result;
    }

    public static ImageArguments Read(FieldReader fields) =>
        new(
            fields.Text("name"),
            fields.Text("newName"),
            fields.Text("newTag"),
            fields.Text("tagSuffix"),
            fields.Text("digest")
        );
}
