using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One entry of <c>replicas</c>.</summary>
internal sealed record ReplicaArguments(string Name, int Count, Location At)
{
    public static readonly string[] Fields = ["name", "count"];

    public static IReadOnlyList<ReplicaArguments> ReadAll(FieldReader fields)
    {
        var result = new List<ReplicaArguments>();
        foreach (var child in fields.Children("replicas", Fields))
        {
            result.Add(Read(child));
        }

        return result;
    }

    public static ReplicaArguments Read(FieldReader fields) => new(fields.Text("name"), fields.Int("count"), fields.At);
}
