using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>
/// Takes the keys of a mapping one by one, each with the reader of its kind of value; then says which keys nobody asked for.
/// </summary>
internal sealed class MappingReader
{
    private readonly SourceText source;
    private readonly string path;
    private readonly DiagnosticBag findings;
    private readonly bool hasOwnTemplates;
    private readonly IReadOnlyDictionary<string, YamlEntry> entries;
    private readonly List<string> asked = [];
    private readonly List<(string Key, string Example)> missing = [];

    /// <param name="mappings">The mapping to read; several when a stream has several documents, the last wins.</param>
    /// <param name="source">Text that findings show.</param>
    /// <param name="path">Name of the mapping for findings, <c>nodes[0]</c>; empty for the file itself.</param>
    /// <param name="whole">Place of findings about what is missing.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="hasOwnTemplates">Whether the repository's own templates decide what further keys mean.</param>
    public MappingReader(
        IEnumerable<YamlMapping> mappings,
        SourceText source,
        string path,
        Location whole,
        DiagnosticBag findings,
        bool hasOwnTemplates = false
    )
    {
        (this.source, this.path, this.findings, Whole) = (source, path, findings, whole);
        this.hasOwnTemplates = hasOwnTemplates;
        entries = new MappingEntries(source, path, findings).Of(mappings);
    }

    /// <summary>Place of findings about what is missing.</summary>
    public Location Whole { get; }

    /// <summary>The keys asked for so far.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>A key that must be there.</summary>
    public Field<T> Required<T>(string key, FieldReader<T> reader, string example)
        where T : notnull
    {
        var field = Optional(key, reader);
        if (field.State != FieldState.Absent)
        {
            return field;
        }

        missing.Add((key, example));
        return Field<T>.Broken(Whole);
    }

    /// <summary>A key that may be there.</summary>
    public Field<T> Optional<T>(string key, FieldReader<T> reader)
        where T : notnull
    {
        var value = Take(key);
        return value is null ? Field<T>.Absent : Scalar(key, Name(key), value, reader);
    }

    /// <summary>A key that only the blueprint knows: templates of a repository's own may give it another meaning.</summary>
    public Field<T> Blueprint<T>(string key, FieldReader<T> reader)
        where T : notnull =>
        Optional<T>(
            key,
            (in FieldScalar scalar, DiagnosticBag bag, [NotNullWhen(true)] out T? value) =>
            {
                var found = new DiagnosticBag();
                var isRead = reader(scalar, found, out value);
                bag.AddRange(hasOwnTemplates ? Leniency.AsWarnings(found) : found);
                return isRead;
            }
        );

    /// <summary>A list that may be there. One faulty item makes the whole list broken; all faulty items are reported.</summary>
    public Field<IReadOnlyList<T>> OptionalList<T>(string key, FieldReader<T> reader)
        where T : notnull
    {
        if (Take(key) is not { } value)
        {
            return Field<IReadOnlyList<T>>.Absent;
        }

        var place = PlaceOf(value);
        if (value.Resolved is not YamlSequence list)
        {
            findings.Add(
                FieldDiagnostics.NotList(
                    Name(key),
                    Described(value),
                    place,
                    $"write it in brackets, `{key}: [a, b]`, or one item a line after `- `"
                )
            );
            return Field<IReadOnlyList<T>>.Broken(place);
        }

        var items = new List<T>(list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (Scalar(key, $"{Name(key)}[{i}]", list.Items[i], reader, isItem: true).Has(out var item))
            {
                items.Add(item);
            }
        }

        return items.Count == list.Items.Count
            ? Field<IReadOnlyList<T>>.Given(items, place)
            : Field<IReadOnlyList<T>>.Broken(place);
    }

    /// <summary>The node behind a key, counted as asked for; null when the key is absent.</summary>
    public YamlNode? Take(string key)
    {
        asked.Add(key);
        return entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    /// <summary>The node behind a key that must be there; null when it is not.</summary>
    public YamlNode? TakeRequired(string key, string example)
    {
        if (Take(key) is { } value)
        {
            return value;
        }

        missing.Add((key, example));
        return null;
    }

    /// <summary>
    /// Reports every key that nobody asked for, and every required one that is not there. One that is only misspelt is reported
    /// once, as unknown, where that is an error.
    /// </summary>
    public void Finish()
    {
        var unknownKeys = hasOwnTemplates ? Severity.Warning : Severity.Error;
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, entry) in entries)
        {
            if (asked.Contains(key, StringComparer.Ordinal))
            {
                continue;
            }

            var nearest = Spelling.Nearest(key, asked);
            findings.Add(
                FieldDiagnostics.UnknownKey(Name(key), nearest, MappingEntries.PlaceOfKey(source, entry), unknownKeys)
            );
            if (nearest is not null && unknownKeys == Severity.Error)
            {
                misspelt.Add(nearest);
            }
        }

        foreach (var (key, example) in missing)
        {
            if (!misspelt.Contains(key))
            {
                findings.Add(FieldDiagnostics.Missing(Name(key), Whole, example));
            }
        }
    }

    /// <summary>The place of a node in the text that findings show.</summary>
    public Location PlaceOf(YamlNode node) => source.At(node.Span);

    /// <summary>What a node is, for a message about its shape.</summary>
    public static string Described(YamlNode node) =>
        node.Resolved switch
        {
            YamlMapping => "keys and values",
            YamlSequence => "a list",
            YamlScalar { Value.Length: 0, Style: ScalarStyle.Plain } => "nothing",
            _ => "a single value",
        };

    private string Name(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private Field<T> Scalar<T>(string key, string name, YamlNode node, FieldReader<T> reader, bool isItem = false)
        where T : notnull
    {
        var place = PlaceOf(node);
        if (node.Resolved is not YamlScalar scalar)
        {
            findings.Add(FieldDiagnostics.NotScalar(name, Described(node), place));
            return Field<T>.Broken(place);
        }

        YamlValue meaning;
        try
        {
            meaning = YamlResolver.PyYaml.Resolve(scalar);
        }
        catch (FormatException e)
        {
            findings.Add(
                FieldDiagnostics.NoMeaning(
                    name,
                    !SecretKeys.Contains(key) ? e.Message
                        : scalar.Tag is null ? "the value is not a text"
                        : "the tag does not fit the value",
                    scalar.Tag is not null,
                    place
                )
            );
            return Field<T>.Broken(place);
        }

        var field = new FieldScalar(
            isItem ? string.Empty : key,
            name,
            scalar.Value,
            meaning,
            place,
            SecretKeys.Contains(key)
        );
        return reader(field, findings, out var value) ? Field<T>.Given(value, place) : Field<T>.Broken(place);
    }
}
