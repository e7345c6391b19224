namespace HomeOps.Kustomize;

/// <summary><c>sortOptions</c> of a kustomization.</summary>
internal sealed record SortArguments(bool IsLegacy, IReadOnlyList<string>? First, IReadOnlyList<string>? Last)
{
    private static readonly string[] Fields = ["order", "legacySortOptions"];
    private static readonly string[] LegacyFields = ["orderFirst", "orderLast"];

    public static SortArguments? Read(FieldReader fields)
    {
        if (fields.Child("sortOptions", Fields) is not { } options)
        {
            return null;
        }

        var order = options.Text("order");
        if (order is not ("fifo" or "legacy"))
        {
            throw new KustomizeException(KustomizeDiagnostics.WrongOrder(order, options.LocationOf("order")));
        }

        var legacy = options.Child("legacySortOptions", LegacyFields);
        if (order == "fifo" && legacy is not null)
        {
            throw new KustomizeException(KustomizeDiagnostics.LegacyWithFifo(legacy.At));
        }

        return new SortArguments(order == "legacy", Words(legacy, "orderFirst"), Words(legacy, "orderLast"));
    }

    private static IReadOnlyList<string>? Words(FieldReader? fields, string name)
    {
        if (fields is null)
        {
            return null;
        }

        var result = new List<string>();
        foreach (var text in fields.Texts(name))
        {
            result.Add(text.Text);
        }

        return result;
    }
}
