using HomeOps.Yaml;

namespace HomeOps.Talos.Tests.SpecCases;

/// <summary>One case of the files beside: what is given, and what the section it names says comes of it.</summary>
internal sealed class SpecCase(string file, YamlMapping node)
{
    public string Name => $"{file}: {Text("case")}";

    /// <summary>The section of the specification that the expectation follows, as "talos.md 1.6".</summary>
    public string Section => Text("section");

    public bool Has(string key) => node.Find(key) is not null;

    public string Text(string key, string usual = "") => (node[key]?.Resolved as YamlScalar)?.Value ?? usual;

    public IReadOnlyList<string> List(string key) =>
        [.. ((node[key] as YamlSequence)?.Items ?? []).Select(static i => ((YamlScalar)i.Resolved).Value)];

    public IReadOnlyList<(string Key, string Value)> Map(string key) =>
        [
            .. ((node[key] as YamlMapping)?.Entries ?? []).Select(static e =>
                (e.Name ?? "", ((YamlScalar)e.Value.Resolved).Value)
            ),
        ];

    public override string ToString() => Name;
}
