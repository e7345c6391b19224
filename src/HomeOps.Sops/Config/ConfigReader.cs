using System.Globalization;
using HomeOps.Sops.Metadata;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Sops.Config;

/// <summary>Reads a .sops.yaml.</summary>
internal sealed class ConfigReader(SourceText source)
{
    private readonly DiagnosticBag findings = [];

    /// <exception cref="SopsException">The text is no YAML, or not of the shape of a configuration.</exception>
    public SopsConfig Read()
    {
        var stream = YamlReader.Read(source);
        if (stream.Diagnostics.FirstOrDefault(static d => d.Severity == Severity.Error) is { } error)
        {
            throw Bad(error);
        }

        var root = stream.Documents.Count == 0 ? null : stream.Documents[0].Root?.Resolved;
        if (root is not (null or YamlMapping))
        {
            throw Bad(SopsDiagnostics.BadConfig("the top level is not a map", At(root)));
        }

        var indents = ReadIndents(root as YamlMapping);
        var rules = new List<RuleEntry>();
        switch ((root as YamlMapping)?["creation_rules"])
        {
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    rules.Add(ReadRule(item.Resolved, rules.Count + 1, indents));
                }

                break;
            case null or YamlScalar { Value: "" or "null" or "~" }:
                break;
            case var other:
                throw Bad(SopsDiagnostics.BadConfig("'creation_rules' is not a list", At(other)));
        }

        return new SopsConfig(source, rules, indents, findings.Ordered());
    }

    private RuleEntry ReadRule(YamlNode node, int number, StoreIndents indents)
    {
        var map = node as YamlMapping ?? throw Bad(SopsDiagnostics.BadConfig("a creation rule is not a map", At(node)));
        var pathRegex = Text(map["path_regex"]);
        WarnUnknownKeys(map, pathRegex is null or "");
        try
        {
            var rule = new CreationRule(
                RuleRecipients.Read(source, map, findings),
                ReadSelector(map),
                map["mac_only_encrypted"] is YamlScalar only && MetadataReader.IsTrue(SopsScalar.String(only.Value)),
                indents
            )
            {
                Number = number,
                PathRegex = pathRegex,
            };
            return new RuleEntry(pathRegex is "" ? null : pathRegex, At(map), rule, null);
        }
        catch (SopsException exception)
        {
            findings.Add(exception.Diagnostic);
            return new RuleEntry(pathRegex is "" ? null : pathRegex, At(map), null, exception.Diagnostic);
        }
    }

    private void WarnUnknownKeys(YamlMapping map, bool matchesEverything)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Name is { } name && !RuleKeys.All.Contains(name, StringComparer.Ordinal))
            {
                var nearest = Spelling.Nearest(name, RuleKeys.All);
                findings.Add(
                    SopsDiagnostics.UnknownRuleKey(
                        name,
                        nearest,
                        matchesEverything && (nearest is "path_regex" || RuleKeys.SoundsLikePath(name)),
                        source.At(entry.Key.Span)
                    )
                );
            }
        }
    }

    private SopsSelector ReadSelector(YamlMapping map)
    {
        SopsSelector? found = null;
        foreach (var kind in Enum.GetValues<SelectorKind>())
        {
            var selector = new SopsSelector(kind, "");
            if (selector.Name is not { } name || Text(map[name]) is not { Length: > 0 } pattern)
            {
                continue;
            }

            if (found is not null)
            {
                throw Bad(SopsDiagnostics.TwoSelectors(found.Name ?? "", name, At(map)));
            }

            found = selector with { Pattern = pattern };
        }

        return found ?? SopsSelector.Default;
    }

    private StoreIndents ReadIndents(YamlMapping? root)
    {
        var stores = root?["stores"] as YamlMapping;
        var yaml = Indent(stores, "yaml") ?? 0;
        if (yaml < 0)
        {
            findings.Add(SopsDiagnostics.NegativeIndent(At(stores)));
        }

        return new StoreIndents(
            yaml switch
            {
                0 => StoreIndents.Default.Yaml,
                < 2 or > 9 => 2,
                _ => yaml,
            },
            Indent(stores, "json") ?? -1,
            Indent(stores, "json_binary") ?? -1
        );
    }

    private static int? Indent(YamlMapping? stores, string store) =>
        int.TryParse(
            Text((stores?[store] as YamlMapping)?["indent"]),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var indent
        )
            ? indent
            : null;

    private static string? Text(YamlNode? node) => (node?.Resolved as YamlScalar)?.Value;

    private Location At(YamlNode? node) => source.At(node?.Span ?? default);

    private static SopsException Bad(Diagnostic diagnostic) => new(SopsFailure.BadConfig, diagnostic);
}
