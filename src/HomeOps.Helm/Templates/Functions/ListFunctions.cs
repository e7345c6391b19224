namespace HomeOps.Helm.Templates;

/// <summary>Lists. A name with <c>must</c> before it does the same here: what sprig would leave out is a finding either way.</summary>
internal static class ListFunctions
{
    /// <summary>No list or map of a template has more entries.</summary>
    public const int MaxCount = 100_000;

    private const int Many = 64;
    private const int MaxCompared = 1000;

    public static Dictionary<string, TemplateFunction> All { get; } =
        WithMust(
            new(StringComparer.Ordinal)
            {
                ["len"] = new(1, 1, static a => Length(a[0])),
                ["index"] = new(1, Many, static a => a[1..].Aggregate(a[0], Item)),
                ["slice"] = new(1, 3, static a => Slice(a[0], a[1..])),
                ["list"] = new(0, Many, static a => a),
                ["tuple"] = new(0, Many, static a => a),
                ["first"] = new(1, 1, static a => Of(a[0]) is [var first, ..] ? first : null),
                ["last"] = new(1, 1, static a => Of(a[0]) is [.., var last] ? last : null),
                ["rest"] = new(1, 1, static a => Of(a[0]).Skip(1).ToList()),
                ["initial"] = new(1, 1, static a => Of(a[0]).SkipLast(1).ToList()),
                ["reverse"] = new(1, 1, static a => Of(a[0]).Reverse().ToList()),
                ["has"] = new(2, 2, static a => Of(a[1]).Any(v => TemplateValues.Equal(a[0], v))),
                ["uniq"] = new(1, 1, static a => Unique(Of(a[0]))),
                ["without"] = new(
                    1,
                    Many,
                    static a => Of(a[0]).Where(v => !a[1..].Any(o => TemplateValues.Equal(o, v))).ToList()
                ),
                ["compact"] = new(1, 1, static a => Of(a[0]).Where(TemplateValues.IsTrue).ToList()),
                ["append"] = new(2, 2, static a => Of(a[0]).Append(a[1]).ToList()),
                ["push"] = new(2, 2, static a => Of(a[0]).Append(a[1]).ToList()),
                ["prepend"] = new(2, 2, static a => Of(a[0]).Prepend(a[1]).ToList()),
                ["concat"] = new(0, Many, static a => a.SelectMany(Of).Take(MaxCount + 1).ToList()),
                ["chunk"] = new(2, 2, static a => Chunk(TemplateValues.Whole(a[0]), Of(a[1]))),
                ["sortAlpha"] = new(1, 1, static a => Sorted(Of(a[0]))),
                ["toStrings"] = new(1, 1, static a => Of(a[0]).Select(static v => (object?)Text(v)).ToList()),
                ["join"] = new(2, 2, static a => Join(Text(a[0]), a[1])),
                ["splitList"] = new(2, 2, static a => Split(Text(a[0]), Text(a[1]))),
            },
            "append",
            "chunk",
            "compact",
            "first",
            "has",
            "initial",
            "last",
            "prepend",
            "push",
            "rest",
            "reverse",
            "slice",
            "uniq",
            "without"
        );

    /// <summary>Adds the names that sprig has beside these.</summary>
    public static Dictionary<string, TemplateFunction> WithMust(
        Dictionary<string, TemplateFunction> functions,
        params ReadOnlySpan<string> names
    )
    {
        foreach (var name in names)
        {
            functions["must" + char.ToUpperInvariant(name[0]) + name[1..]] = functions[name];
        }

        return functions;
    }

    public static TemplateException TooLong() => new($"a list has more than {MaxCount} items");

    public static string Text(object? value) => value is null ? "" : TemplateValues.Text(value);

    public static IReadOnlyList<object?> Of(object? value) =>
        value as IReadOnlyList<object?> ?? throw new TemplateException("a list is wanted");

    // Lists and maps are compared with each other, all with all.
    private static List<object?> Unique(IReadOnlyList<object?> list) =>
        list.Count(static v => v is IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>) <= MaxCompared
            ? [.. list.Distinct(ValueComparer.Instance)]
            : throw new TemplateException($"more than {MaxCompared} lists or maps are too many to compare");

    private static long Length(object? value) =>
        value switch
        {
            string text => System.Text.Encoding.UTF8.GetByteCount(text),
            IReadOnlyDictionary<string, object?> map => map.Count,
            _ => Of(value).Count,
        };

    private static object? Item(object? of, object? key) =>
        of switch
        {
            IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(Text(key)) ?? "",
            IReadOnlyList<object?> list when key is long at && at >= 0 && at < list.Count => list[(int)at],
            _ => throw new TemplateException("there is no item of that index"),
        };

    private static object Slice(object? of, object?[] bounds)
    {
        var length = of is string text ? text.Length : Of(of).Count;
        var from = bounds.Length > 0 ? TemplateValues.Whole(bounds[0]) : 0;
        var to = bounds.Length > 1 ? TemplateValues.Whole(bounds[1]) : length;
        if (from < 0 || from > to || to > length)
        {
            throw new TemplateException("there is no item of that index");
        }

        return of is string whole ? whole[(int)from..(int)to] : Of(of).Skip((int)from).Take((int)(to - from)).ToList();
    }

    private static List<object?> Chunk(long size, IReadOnlyList<object?> list) =>
        size > 0
            ? [.. list.Chunk((int)Math.Min(size, int.MaxValue)).Select(static c => (object?)c)]
            : throw new TemplateException("a chunk has at least one item");

    private static List<object?> Sorted(IReadOnlyList<object?> list) =>
        [.. list.Select(Text).Order(StringComparer.Ordinal)];

    // What is no list counts as one of one item; nothing is left out.
    private static string Join(string separator, object? value)
    {
        var result = new System.Text.StringBuilder();
        foreach (var item in value as IReadOnlyList<object?> ?? [value])
        {
            if (item is not null)
            {
                result.Append(result.Length > 0 ? separator : "").Append(Text(item));
                _ = result.Length <= TemplateText.MaxLength ? result : throw TemplateText.TooLong();
            }
        }

        return result.ToString();
    }

    private static object?[] Split(string separator, string text) =>
        separator.Length == 0 ? [.. text.Select(static c => c.ToString())] : [.. text.Split(separator)];
}
