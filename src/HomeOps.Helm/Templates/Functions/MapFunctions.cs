namespace HomeOps.Helm.Templates;

/// <summary>Maps. <c>set</c> and <c>unset</c> change the map they are given, as in sprig.</summary>
internal static class MapFunctions
{
    private const int Many = 64;

    public static Dictionary<string, TemplateFunction> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["dict"] = new(0, Many, Dictionary),
            ["keys"] = new(1, Many, static a => Sorted(a.SelectMany(static m => Of(m).Keys))),
            ["values"] = new(1, 1, static a => Ordered(Of(a[0])).Select(static e => e.Value).ToList()),
            ["hasKey"] = new(2, 2, static a => Of(a[0]).ContainsKey(Text(a[1]))),
            ["get"] = new(2, 2, static a => Of(a[0]).GetValueOrDefault(Text(a[1])) ?? ""),
            ["set"] = new(3, 3, static a => Set(a[0], Text(a[1]), a[2])),
            ["unset"] = new(2, 2, static a => Unset(a[0], Text(a[1]))),
            ["pick"] = new(1, Many, static a => Chosen(Of(a[0]), Names(a[1..]), isKept: true)),
            ["omit"] = new(1, Many, static a => Chosen(Of(a[0]), Names(a[1..]), isKept: false)),
            ["pluck"] = new(1, Many, Pluck),
            ["dig"] = new(3, Many, Dig),
        };

    private static string Text(object? value) => ListFunctions.Text(value);

    private static IReadOnlyDictionary<string, object?> Of(object? value) =>
        value as IReadOnlyDictionary<string, object?> ?? throw new TemplateException("a map is wanted");

    private static Dictionary<string, object?> Changeable(object? value) =>
        value as Dictionary<string, object?> ?? throw new TemplateException("a map is wanted that may be changed");

    private static IEnumerable<KeyValuePair<string, object?>> Ordered(IReadOnlyDictionary<string, object?> map) =>
        map.OrderBy(static e => e.Key, StringComparer.Ordinal);

    private static List<object?> Sorted(IEnumerable<string> keys) => [.. keys.Order(StringComparer.Ordinal)];

    private static HashSet<string> Names(object?[] arguments) =>
        arguments.Select(Text).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, object?> Dictionary(object?[] arguments)
    {
        var made = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            made[Text(arguments[i])] = i + 1 < arguments.Length ? arguments[i + 1] : "";
        }

        return made;
    }

    private static Dictionary<string, object?> Set(object? of, string key, object? value)
    {
        var map = Changeable(of);
        map[key] = value;
        return map;
    }

    private static Dictionary<string, object?> Unset(object? of, string key)
    {
        var map = Changeable(of);
        map.Remove(key);
        return map;
    }

    private static Dictionary<string, object?> Chosen(
        IReadOnlyDictionary<string, object?> map,
        HashSet<string> names,
        bool isKept
    ) =>
        map.Where(e => names.Contains(e.Key) == isKept)
            .ToDictionary(static e => e.Key, static e => e.Value, StringComparer.Ordinal);

    private static object Pluck(object?[] arguments)
    {
        var key = Text(arguments[0]);
        return arguments[1..].Select(Of).Where(m => m.ContainsKey(key)).Select(m => m[key]).ToList();
    }

    // dig "a" "b" DEFAULT MAP
    private static object? Dig(object?[] arguments)
    {
        object? at = arguments[^1];
        foreach (var key in arguments[..^2])
        {
            if (!Of(at).TryGetValue(Text(key), out at))
            {
                return arguments[^2];
            }
        }

        return at;
    }
}
