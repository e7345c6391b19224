using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>The <c>attribute</c> argument of map, sort, groupby and others: a dotted path, looked up item first; digits are indexes.</summary>
internal readonly struct AttributePath
{
    private readonly Value[] parts;

    private AttributePath(Value[] parts) => this.parts = parts;

    /// <summary>None is the item itself, a str a dotted path, anything else one key.</summary>
    public static AttributePath Of(Value attribute) =>
        attribute.IsNone || attribute.IsMissing ? new([])
        : attribute.AsText is { } path ? Of(path)
        : new([attribute]);

    /// <summary>The comma-separated paths of sort.</summary>
    public static AttributePath[] Several(Value attribute) =>
        attribute.AsText is { } paths ? Array.ConvertAll(paths.Split(','), Of) : [Of(attribute)];

    /// <summary>What the path leads to.</summary>
    /// <param name="context">The rendering.</param>
    /// <param name="item">Where the path starts.</param>
    /// <param name="fallback">Takes the place of every undefined on the way, unless None.</param>
    public Value Get(EvaluationContext context, Value item, Value fallback = default)
    {
        foreach (var part in parts)
        {
            item = Lookup.Item(context, item, part);
            if (item.IsUndefined && !fallback.IsMissing && !fallback.IsNone)
            {
                item = fallback;
            }
        }
        return item;
    }

    private static AttributePath Of(string path)
    {
        var names = path.Split('.');
        var keys = new Value[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            keys[i] =
                names[i].Length is > 0 and < 19 && names[i].AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
                    ? long.Parse(names[i])
                    : (Value)names[i];
        }
        return new(keys);
    }
}
