using System.Globalization;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// Reads the fields of one map of a kustomization, as Go's strict JSON decoding does: names in any case, null as absent, unknown names and
/// values of another type as errors.
/// </summary>
internal sealed class FieldReader
{
    private readonly MapNode map;
    private readonly string what;

    /// <param name="map">The map.</param>
    /// <param name="source">The file it was read from.</param>
    /// <param name="what">What the map is, for messages: <c>kustomization</c>, <c>patches</c>.</param>
    /// <param name="known">The names it may hold; empty for any.</param>
    public FieldReader(MapNode map, SourceText source, string what, ReadOnlySpan<string> known)
    {
        (this.map, Source, this.what) = (map, source, what);
        if (known.IsEmpty)
        {
            return;
        }

        foreach (var (name, value) in map.Entries)
        {
            if (!Contains(known, name))
            {
                var nearest = Spelling.Nearest(name, known.ToArray());
                throw new KustomizeException(
                    KustomizeDiagnostics.UnknownField(name, what, nearest, KeyLocation(name, value))
                );
            }
        }
    }

    public SourceText Source { get; }

    public Location At => Place(map);

    /// <summary>Whether the field is there with a value other than null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>Whether the value is what an absent field would be in Go: "" for texts, nothing else.</summary>
    public bool IsZero(string name) => Find(name) is ScalarNode { Text: "" };

    public Location LocationOf(string name) => Find(name) is { } value ? Place(value) : At;

    public string Text(string name) => OptionalText(name) ?? "";

    public string? OptionalText(string name) =>
        Find(name) switch
        {
            null => null,
            ScalarNode { Tag: ScalarTag.String or ScalarTag.Timestamp } scalar => scalar.Text,
            { } other => throw Mistyped(name, "a text", other),
        };

    public bool Bool(string name) =>
        Find(name) switch
        {
            null => false,
            ScalarNode { Tag: ScalarTag.Bool } scalar => scalar.Text is ['t' or 'T', ..],
            { } other => throw Mistyped(name, "true or false", other),
        };

    public int Int(string name) =>
        Find(name) switch
        {
            null => 0,
            ScalarNode { Tag: ScalarTag.Int } scalar
                when int.TryParse(
                    scalar.Text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var i
                ) => i,
            { } other => throw Mistyped(name, "an integer", other),
        };

    public IReadOnlyList<LocatedText> Texts(string name)
    {
        var found = Find(name);
        if (found is null)
        {
            return [];
        }

        var result = new List<LocatedText>();
        foreach (var item in (found as SeqNode ?? throw Mistyped(name, "a list of texts", found)).Items)
        {
            result.Add(
                item is ScalarNode { Tag: ScalarTag.String or ScalarTag.Timestamp } scalar
                    ? new LocatedText(scalar.Text, Place(scalar))
                    : throw Mistyped(name, "a list of texts", item)
            );
        }

        return result;
    }

    /// <summary>A map of texts; null when absent.</summary>
    public IReadOnlyDictionary<string, string>? TextMap(string name)
    {
        var found = Find(name);
        if (found is null)
        {
            return null;
        }

        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in (found as MapNode ?? throw Mistyped(name, "a map of texts", found)).Entries)
        {
            result[key] = value switch
            {
                ScalarNode { Tag: ScalarTag.String or ScalarTag.Timestamp } scalar => scalar.Text,
                ScalarNode { Tag: ScalarTag.Null } => "",
                _ => throw new KustomizeException(KustomizeDiagnostics.ValueNotText(key, name, Place(value))),
            };
        }

        return result;
    }

    /// <summary>A map; null when absent.</summary>
    public FieldReader? Child(string name, ReadOnlySpan<string> known) =>
        Find(name) switch
        {
            null => null,
            MapNode child => new FieldReader(child, Source, name, known),
            { } other => throw Mistyped(name, "a map", other),
        };

    /// <summary>A list of maps.</summary>
    public IReadOnlyList<FieldReader> Children(string name, ReadOnlySpan<string> known)
    {
        var found = Find(name);
        if (found is null)
        {
            return [];
        }

        var result = new List<FieldReader>();
        foreach (var item in (found as SeqNode ?? throw Mistyped(name, "a list of maps", found)).Items)
        {
            result.Add(
                item is MapNode child
                    ? new FieldReader(child, Source, name, known)
                    : throw Mistyped(name, "a list of maps", item)
            );
        }

        return result;
    }

    private Node? Find(string name)
    {
        if (map[name] is { } exact)
        {
            return Node.IsMissingOrNull(exact) ? null : exact;
        }

        foreach (var (key, value) in map.Entries)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return Node.IsMissingOrNull(value) ? null : value;
            }
        }

        return null;
    }

    private static bool Contains(ReadOnlySpan<string> known, string name)
    {
        foreach (var candidate in known)
        {
            if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Nodes know where their value stands; the key stands before it, at the last place where its text occurs.
    private Location KeyLocation(string name, Node value)
    {
        var at =
            value.Span.Start > 0 ? Source.Text.LastIndexOf(name, value.Span.Start - 1, StringComparison.Ordinal) : -1;
        return at >= map.Span.Start ? Source.At(at, name.Length) : At;
    }

    private KustomizeException Mistyped(string name, string expected, Node found) =>
        new(KustomizeDiagnostics.Mistyped(name, what, expected, Place(found)));

    // A patch may have brought in parts of another file.
    private Location Place(Node node) => node.At ?? Source.At(node.Span);
}
