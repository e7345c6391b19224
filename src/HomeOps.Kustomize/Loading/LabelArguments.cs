namespace HomeOps.Kustomize;

/// <summary>One entry of <c>labels</c>.</summary>
internal sealed record LabelArguments(
    IReadOnlyDictionary<string, string> Pairs,
    bool IncludesSelectors,
    bool IncludesTemplates,
    bool IncludesVolumeClaimTemplates,
    IReadOnlyList<FieldSpec> Fields
)
{
    private static readonly string[] Known =
    [
        "pairs",
        "includeSelectors",
        "includeTemplates",
        "includeVolumeClaimTemplates",
        "fields",
    ];

    public static IReadOnlyList<LabelArguments> ReadAll(FieldReader fields)
    {
        var result = new List<LabelArguments>();
        foreach (var child in fields.Children("labels", Known))
        {
            result.Add(
                new LabelArguments(
                    child.TextMap("pairs") ?? new Dictionary<string, string>(),
                    child.Bool("includeSelectors"),
                    child.Bool("includeTemplates"),
                    child.Bool("includeVolumeClaimTemplates"),
                    FieldSpec.ReadAll(child, "fields")
                )
            );
        }

        return result;
    }
}
