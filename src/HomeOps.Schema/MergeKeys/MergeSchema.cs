namespace HomeOps.Schema;

/// <summary>
/// What a strategic merge patch needs to know of a type: which of its lists are merged, and by which keys their items are matched.
/// </summary>
public sealed class MergeSchema
{
    private readonly Dictionary<string, MergeSchema> fields = new(StringComparer.Ordinal);

    internal MergeSchema() { }

    /// <summary>A schema of which nothing is merged.</summary>
    internal static MergeSchema Leaf { get; } = new();

    /// <summary>
    /// The keys by which the items of this list are matched: none for a list of texts, which are matched by themselves. Null when this
    /// is no list, or one that a patch replaces.
    /// </summary>
    public IReadOnlyList<string>? Keys { get; internal set; }

    /// <summary>The schema of the items of a list; null when nothing in them is merged.</summary>
    public MergeSchema? Items { get; internal set; }

    /// <summary>The schema of the values of a map with free keys.</summary>
    internal MergeSchema? Values { get; set; }

    /// <summary>The schema of a field; null when nothing is known of it, so that lists in it are replaced.</summary>
    public MergeSchema? Field(string name) => fields.GetValueOrDefault(name) ?? Values;

    internal void Add(string name, MergeSchema schema) => fields[name] = schema;
}
