using HomeOps.Talos.Patching;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>A change to a machine config: a strategic merge patch or a list of JSON6902 operations.</summary>
public abstract class ConfigPatch
{
    private protected ConfigPatch(SourceText source) => Source = source;

    /// <summary>Its text.</summary>
    public SourceText Source { get; }

    /// <summary>
    /// Reads a patch. A list is taken for JSON6902 operations (in YAML or JSON), anything else for documents to merge. An empty text
    /// is no patch, and no mistake.
    /// </summary>
    public static (ConfigPatch? Patch, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            return (null, []);
        }

        var stream = YamlReader.Read(source);
        if (stream.HasErrors)
        {
            return (null, stream.Diagnostics);
        }

        var diagnostics = new DiagnosticBag();
        ConfigPatch patch = stream.Documents is [{ Root: YamlSequence list }]
            ? JsonPatch.Read(source, list, diagnostics)
            : new StrategicPatch(source, ConfigReader.Read(source, diagnostics, allowsDeletes: true));
        return (diagnostics.HasErrors ? null : patch, diagnostics.Ordered());
    }

    /// <summary>Changes the config.</summary>
    /// <param name="config">The config, changed in place; after an error it may be half changed.</param>
    /// <param name="options">How strictly.</param>
    /// <returns>Findings.</returns>
    public IReadOnlyList<Diagnostic> ApplyTo(MachineConfig config, PatchOptions? options = null)
    {
        var diagnostics = new DiagnosticBag();
        Apply(config, options ?? new PatchOptions(), new Model.MergeContext(diagnostics));
        return diagnostics.Ordered();
    }

    internal abstract void Apply(MachineConfig config, PatchOptions options, Model.MergeContext context);

    /// <summary>The place of the patch that removes a key, or of the patch as a whole.</summary>
    internal abstract Location PlaceOf(string document, string path);
}
