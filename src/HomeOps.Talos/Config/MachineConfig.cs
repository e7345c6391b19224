using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>The config of one machine: the main document and those of further kinds, in order.</summary>
public sealed class MachineConfig
{
    internal MachineConfig(List<ConfigDocument> documents) => All = documents;

    /// <summary>Its documents in the order in which they are written.</summary>
    public IReadOnlyList<ConfigDocument> Documents => All;

    internal List<ConfigDocument> All { get; }

    /// <summary>What patches removed from the main document: the keys, parts joined by dots, and the places of the patches.</summary>
    internal Dictionary<string, Location> Removed { get; } = new(StringComparer.Ordinal);

    internal ConfigDocument? Main => All.Find(static d => d.IsMain);

    /// <summary>Reads a config; unknown keys, kinds and values that do not fit are errors, as they are for Talos.</summary>
    public static (MachineConfig Config, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var documents = new List<ConfigDocument>();
        foreach (var part in ConfigReader.Read(source, diagnostics, allowsDeletes: false))
        {
            if (part is ConfigDocument document)
            {
                documents.Add(document);
            }
        }

        return (new MachineConfig(documents), diagnostics.Ordered());
    }

    /// <summary>The text, to the byte as Talos (or talhelper) writes it.</summary>
    public string ToYaml(YamlProfile profile) =>
        YamlWriter.Write([.. All.Select(static d => new YamlDocument(new SourceText("", ""), d.ToNode()))], profile);

    /// <summary>A copy that can be patched on its own.</summary>
    public MachineConfig Clone() => new(All.ConvertAll(static d => d.Clone()));

    internal ConfigDocument? Find(string kind, string name = "") => All.Find(d => d.Kind == kind && d.Name == name);
}
