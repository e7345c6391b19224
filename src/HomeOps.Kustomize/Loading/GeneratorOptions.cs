namespace HomeOps.Kustomize;

/// <summary>What holds for generated objects beside their data.</summary>
internal sealed record GeneratorOptions(
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Annotations,
    bool DisablesHash,
    bool IsImmutable
)
{
    public static readonly string[] Fields = ["labels", "annotations", "disableNameSuffixHash", "immutable"];

    /// <summary>These options with those of the kustomization behind them: own labels and annotations win.</summary>
    public GeneratorOptions Under(GeneratorOptions? global) =>
        global is null
            ? this
            : new GeneratorOptions(
                Merge(global.Labels, Labels),
                Merge(global.Annotations, Annotations),
                DisablesHash || global.DisablesHash,
                IsImmutable || global.IsImmutable
            );

    private static SortedDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> global,
        IReadOnlyDictionary<string, string> local
    )
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in global)
        {
            result[key] = value;
        }

        foreach (var (key, value) in local)
        {
            result[key] = value;
        }

        return result;
    }
}
