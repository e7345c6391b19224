using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One entry of <c>configMapGenerator</c> or <c>secretGenerator</c>.</summary>
internal sealed record GeneratorArguments(
    string Name,
    string Namespace,
    string Type,
    GeneratorBehavior Behavior,
    IReadOnlyList<LocatedText> Envs,
    IReadOnlyList<LocatedText> Literals,
    IReadOnlyList<LocatedText> Files,
    GeneratorOptions Options,
    Location At
)
{
    private static readonly string[] Fields =
    [
        "name",
        "namespace",
        "behavior",
        "literals",
        "files",
        "envs",
        "env",
        "options",
        "type",
    ];

    public static IReadOnlyList<GeneratorArguments> ReadAll(FieldReader fields, string name, GeneratorOptions global)
    {
        var result = new List<GeneratorArguments>();
        // Only secrets have a type.
        var known = name == "secretGenerator" ? Fields : Fields[..^1];
        foreach (var child in fields.Children(name, known))
        {
            result.Add(Read(child, global));
        }

        return result;
    }

    public static GeneratorArguments Read(FieldReader fields, GeneratorOptions? global)
    {
        var env = fields.Text("env");
        return new GeneratorArguments(
            fields.Text("name"),
            fields.Text("namespace"),
            fields.Text("type"),
            ReadBehavior(fields),
            env.Length > 0
                ? [.. fields.Texts("envs"), new LocatedText(env, fields.LocationOf("env"))]
                : fields.Texts("envs"),
            fields.Texts("literals"),
            fields.Texts("files"),
            ReadOptions(fields.Child("options", GeneratorOptions.Fields)).Under(global),
            fields.At
        );
    }

    public static GeneratorOptions ReadOptions(FieldReader? fields) =>
        new(
            fields?.TextMap("labels") ?? new Dictionary<string, string>(),
            fields?.TextMap("annotations") ?? new Dictionary<string, string>(),
            fields?.Bool("disableNameSuffixHash") ?? false,
            fields?.Bool("immutable") ?? false
        );

    // Like kustomize, an unknown word counts as none.
    private static GeneratorBehavior ReadBehavior(FieldReader fields) =>
        fields.Text("behavior") switch
        {
            "replace" => GeneratorBehavior.Replace,
            "merge" => GeneratorBehavior.Merge,
            "create" => GeneratorBehavior.Create,
            _ => GeneratorBehavior.Unspecified,
        };
}

/// <summary>What happens when a generated object exists already.</summary>
internal enum GeneratorBehavior
{
    Unspecified,
    Create,
    Replace,
    Merge,
}
