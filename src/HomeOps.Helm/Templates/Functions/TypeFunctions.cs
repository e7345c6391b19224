namespace HomeOps.Helm.Templates;

/// <summary>What a value is, by Go's names.</summary>
internal static class TypeFunctions
{
    public static Dictionary<string, TemplateFunction> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["kindOf"] = new(1, 1, static a => Kind(a[0])),
            ["kindIs"] = new(2, 2, static a => Kind(a[1]) == TemplateValues.Text(a[0])),
            ["typeOf"] = new(1, 1, static a => Type(a[0])),
            ["typeIs"] = new(2, 2, static a => Type(a[1]) == TemplateValues.Text(a[0])),
            ["typeIsLike"] = new(
                2,
                2,
                static a => TemplateValues.Text(a[0]) is var like && (Type(a[1]) == like || "*" + Type(a[1]) == like)
            ),
            ["deepEqual"] = new(2, 2, static a => TemplateValues.Equal(a[0], a[1])),
        };

    private static string Kind(object? value) =>
        value switch
        {
            null => "invalid",
            string => "string",
            bool => "bool",
            long => "int64",
            double => "float64",
            IReadOnlyList<object?> => "slice",
            IReadOnlyDictionary<string, object?> => "map",
            _ => "struct",
        };

    private static string Type(object? value) =>
        Kind(value) switch
        {
            "invalid" => "<nil>",
            "slice" => "[]interface {}",
            "map" => "map[string]interface {}",
            var kind => kind,
        };
}
