using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>Where reading is, and where its findings go.</summary>
internal sealed class ReadContext(SourceText source, DiagnosticBag diagnostics)
{
    private readonly List<string> path = [];

    /// <summary>The key being read, parts joined by dots.</summary>
    public string Path => string.Join('.', path);

    /// <summary>Whether a key nobody knows is a warning, as in talconfig.yaml, instead of an error.</summary>
    public bool ToleratesUnknownKeys { get; init; }

    public void UnknownKey(string name, string? meant, YamlNode key) =>
        diagnostics.Add(
            ToleratesUnknownKeys
                ? TalosDiagnostics.UnknownTalconfigKey(name, Path, meant, At(key))
                : TalosDiagnostics.UnknownKey(name, Path, meant, At(key))
        );

    /// <summary>Reports a null where Talos would go on with a struct (a <c>-</c> with nothing behind it), unless it is no map anyway.</summary>
    public void AddEmptyItem(YamlNode item)
    {
        if (!diagnostics.Any(d => d.Location == At(item)))
        {
            diagnostics.Add(TalosDiagnostics.EmptyItem(Path, At(item)));
        }
    }

    public void Add(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    public Location At(YamlNode node) => source.At(node.Span);

    public ConfigValue? Read(string key, ConfigType type, YamlNode node)
    {
        path.Add(key);
        var value = type.Read(node, this);
        path.RemoveAt(path.Count - 1);
        return value;
    }
}
