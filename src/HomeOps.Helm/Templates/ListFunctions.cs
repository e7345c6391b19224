namespace HomeOps.Helm.Templates;

/// <summary>Lists and maps.</summary>
internal static class ListFunctions
{
    private const int Many = 64;

    public static Dictionary<string, TemplateFunction> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["len"] = new(1, 1, static a => Length(a[0])),
            ["index"] = new(1, Many, static a => a[1..].Aggregate(a[0], Item)),
            ["list"] = new(0, Many, static a => a),
            ["first"] = new(1, 1, static a => List(a[0]) is [var first, ..] ? first : null),
            ["last"] = new(1, 1, static a => List(a[0]) is [.., var last] ? last : null),
            ["rest"] = new(1, 1, static a => List(a[0]).Skip(1).ToList()),
            ["initial"] = new(1, 1, static a => List(a[0]).SkipLast(1).ToList()),
            ["reverse"] = new(1, 1, static a => List(a[0]).Reverse().ToList()),
            ["has"] = new(2, 2, static a => List(a[1]).Any(v => TemplateValues.Same(a[0], v))),
            ["uniq"] = new(1, 1, static a => List(a[0]).Distinct().ToList()),
            ["sortAlpha"] = new(1, 1, static a => Sorted(List(a[0]))),
            ["join"] = new(2, 2, static a => string.Join(Text(a[0]), List(a[1]).Select(Text))),
            ["splitList"] = new(2, 2, static a => Split(Text(a[0]), Text(a[1]))),
            ["keys"] = new(1, 1, static a => Sorted([.. Map(a[0]).Keys])),
            ["hasKey"] = new(2, 2, static a => Map(a[0]).ContainsKey(Text(a[1]))),
            ["get"] = new(2, 2, static a => Map(a[0]).GetValueOrDefault(Text(a[1])) ?? ""),
            ["dict"] = new(0, Many, Dictionary),
        };

    private static string Text(object? value) => value is null ? "" : TemplateValues.Text(value);

    private static IReadOnlyList<object?> List(object? value) =>
        value as IReadOnlyList<object?> ?? throw new TemplateException("a list is wanted");

    private static IReadOnlyDictionary<string, object?> Map(object? value) =>
        value as IReadOnlyDictionary<string, object?> ?? throw new TemplateException("a map is wanted");

    private static long Length(object? value) =>
        value switch
        {
            string text => System.Text.Encoding.UTF8.GetByteCount(text),
            IReadOnlyDictionary<string, object?> map => map.Count,
            _ => List(value).Count,
        };

    private static object? Item(object? of, object? key) =>
        of switch
        {
            IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(Text(key)) ?? "",
            IReadOnlyList<object?> list when key is long at && at >= 0 && at < list.Count => list[(int)at],
            _ => throw new TemplateException("there is no item of that index"),
        };

    private static List<object?> Sorted(IReadOnlyList<object?> list) =>
        [.. list.Select(Text).Order(StringComparer.Ordinal)];

    private static object?[] Split(string separator, string text) =>
        separator.Length == 0 ? [.. text.Select(static c => c.ToString())] : [.. text.Split(separator)];

    private static Dictionary<string, object?> Dictionary(object?[] arguments)
    {
        var made = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            made[Text(arguments[i])] = i + 1 < arguments.Length ? arguments[i + 1] : "";
        }

        return made;
    }
}
