using HomeOps.Talos.Model;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>One document of a machine config.</summary>
public sealed class ConfigDocument
{
    internal ConfigDocument(DocumentKind kind, ConfigStruct value)
    {
        KindType = kind;
        Value = value;
    }

    /// <summary>What stands behind <c>kind:</c>; <c>v1alpha1</c> for the main document.</summary>
    public string Kind => KindType.Name;

    /// <summary>The document's name, or empty where the kind allows one document only.</summary>
    public string Name => KindType.IsNamed ? Value.Text("name") : "";

    /// <summary>Whether it is the main document with <c>machine</c> and <c>cluster</c>.</summary>
    public bool IsMain => KindType == V1Alpha1Config.Kind;

    /// <summary>Where it was written, or null for what was generated.</summary>
    public Location? Origin => Value.Origin;

    internal DocumentKind KindType { get; }

    internal ConfigStruct Value { get; }

    /// <summary>Kind and name, as patches find their target.</summary>
    internal string Id => Name.Length == 0 ? Kind : $"{Kind}/{Name}";

    internal ConfigDocument Clone() => new(KindType, Value.Copy());

    internal YamlMapping ToNode()
    {
        var entries = KindType.Entries(Value);
        return IsMain
            ? new YamlMapping(entries)
            : new YamlMapping([
                new YamlEntry(new YamlScalar("apiVersion"), new YamlScalar("v1alpha1")),
                new YamlEntry(new YamlScalar("kind"), new YamlScalar(Kind)),
                .. entries,
            ]);
    }
}
