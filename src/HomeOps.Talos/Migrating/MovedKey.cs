using HomeOps.Talos.Model;
using HomeOps.Yaml;

namespace HomeOps.Talos.Migrating;

/// <summary>A key of the main document that another document has from Talos 1.14 on (talos.md 2.1, 2.4; some network documents are older).</summary>
/// <param name="Path">The key, parts joined by dots.</param>
/// <param name="Kind">The document that has it now; empty when none has.</param>
/// <param name="Field">The key in that document, parts joined by dots; empty when there are documents of several kinds.</param>
/// <param name="Documents">The documents that say what a value of the key says, as patches; none when it cannot be said.</param>
internal sealed record MovedKey(
    string Path,
    string Kind,
    string Field,
    Func<ConfigValue, IEnumerable<YamlMapping>> Documents
)
{
    private readonly string[] parts = Path.Split('.');

    /// <summary>What to do where no document can be shown.</summary>
    public string Note { get; init; } = "";

    /// <summary>The value in a main document; null when it is not there.</summary>
    public ConfigValue? In(ConfigStruct main)
    {
        ConfigValue? value = main;
        foreach (var key in parts)
        {
            value = value is ConfigStruct part && part.Type.Find(key) is >= 0 and var at ? part[at] : null;
        }

        return value;
    }

    /// <summary>The key as a field of one document, of the same meaning there.</summary>
    public static MovedKey To(DocumentKind kind, string path, string field) =>
        new(path, kind.Name, field, value => [PatchNode.Of(kind, (field, value))]);

    /// <summary>The keys below a key as fields of one document, of the same names and meanings.</summary>
    public static IEnumerable<MovedKey> Alike(DocumentKind kind, string path, params IEnumerable<string> fields) =>
        fields.Select(field => To(kind, $"{path}.{field}", field));

    /// <summary>A list of which each item is a document of its own.</summary>
    public static MovedKey Each(
        DocumentKind kind,
        string path,
        string field,
        Func<ConfigStruct, IEnumerable<(string Field, ConfigValue? Value)>> fields
    ) =>
        new(
            path,
            kind.Name,
            field,
            value =>
                value is ConfigList list
                    ? list.Items.OfType<ConfigStruct>().Select(item => PatchNode.Of(kind, [.. fields(item)]))
                    : []
        );

    /// <summary>A switch that is the other way round in the document: what was <c>disabled</c> is <c>enabled</c> there.</summary>
    public static MovedKey Inverted(DocumentKind kind, string path) =>
        new(
            path,
            kind.Name,
            "enabled",
            value => [PatchNode.Of(kind, ("enabled", new ConfigScalar((value as ConfigScalar)?.Value is not true)))]
        );

    /// <summary>A key that no document has.</summary>
    public static MovedKey Gone(string path, string note) => new(path, "", "", static _ => []) { Note = note };
}
