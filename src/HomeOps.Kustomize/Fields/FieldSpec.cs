namespace HomeOps.Kustomize;

/// <summary>A path to a field in objects of some kinds.</summary>
/// <param name="Gvk">The kinds; empty parts match all.</param>
/// <param name="Path">Parts joined by <c>/</c> (<c>\/</c> for a slash in a name); lists are stepped through.</param>
/// <param name="Creates">Whether a missing field is made.</param>
internal sealed record FieldSpec(Gvk Gvk, string Path, bool Creates = false)
{
    private static readonly string[] Fields = ["group", "version", "kind", "path", "create"];

    /// <summary>The parts of the path.</summary>
    public string[] Parts { get; } = PathSplitter.Split(Path, '/');

    public static IReadOnlyList<FieldSpec> ReadAll(FieldReader fields, string name)
    {
        var result = new List<FieldSpec>();
        foreach (var child in fields.Children(name, Fields))
        {
            result.Add(
                new FieldSpec(
                    new Gvk(child.Text("group"), child.Text("version"), child.Text("kind")),
                    child.Text("path"),
                    child.Bool("create")
                )
            );
        }

        return result;
    }

    /// <summary>Whether this names at least the fields the other does.</summary>
    public bool Covers(FieldSpec other) => Gvk.IsSelectedBy(other.Gvk) && Path == other.Path;
}
