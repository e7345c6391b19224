using HomeOps.Age;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Sops.Config;

/// <summary>
/// The recipients of a creation rule: <c>age</c> as text with commas, blanks or line ends between, or as a list; or one group under
/// <c>key_groups</c>, which wins and is freed of duplicates.
/// </summary>
internal sealed class RuleRecipients
{
    private readonly SourceText source;
    private readonly List<string> others = [];

    private RuleRecipients(SourceText source) => this.source = source;

    /// <exception cref="SopsException">There is none, one is malformed, or the rule asks for what cannot be written.</exception>
    public static IReadOnlyList<AgeRecipient> Read(SourceText source, YamlMapping rule, DiagnosticBag findings)
    {
        var reader = new RuleRecipients(source);
        var texts = new List<(string Text, YamlNode Node)>();
        if (rule["key_groups"] is YamlSequence { Items.Count: > 0 } groups)
        {
            if (groups.Items.Count > 1)
            {
                throw Bad(SopsDiagnostics.SeveralGroups(source.At(groups.Span)));
            }

            reader.AddGroup(groups.Items[0].Resolved, texts);
            texts = [.. texts.DistinctBy(static t => t.Text, StringComparer.Ordinal)];
        }
        else
        {
            reader.AddKeys(rule, texts);
        }

        var at = source.At(rule.Span);
        if (reader.others.Count > 0)
        {
            if (texts.Count == 0)
            {
                throw Bad(SopsDiagnostics.OnlyForeignKeys(reader.others, at));
            }

            findings.Add(SopsDiagnostics.ForeignKeysIgnored(reader.others, at));
        }

        return texts.Count == 0
            ? throw Bad(SopsDiagnostics.EmptyKeyGroup(at))
            : [.. texts.Select(t => reader.Parse(t.Text, t.Node))];
    }

    private void AddGroup(YamlNode node, List<(string Text, YamlNode Node)> texts)
    {
        if (node is not YamlMapping group)
        {
            return;
        }

        AddKeys(group, texts);
        if (group["merge"] is YamlSequence merge)
        {
            foreach (var item in merge.Items)
            {
                AddGroup(item.Resolved, texts);
            }
        }
    }

    private void AddKeys(YamlMapping map, List<(string Text, YamlNode Node)> texts)
    {
        others.AddRange(
            RuleKeys.OtherKinds.Where(kind =>
                map[kind] is YamlSequence { Items.Count: > 0 } or YamlMapping or YamlScalar { Value.Length: > 0 }
                && !others.Contains(kind)
            )
        );
        switch (map["age"])
        {
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Split(item.Resolved, texts);
                }

                break;
            case { } node:
                Split(node, texts);
                break;
            default:
                break;
        }
    }

    private static void Split(YamlNode node, List<(string Text, YamlNode Node)> texts)
    {
        if (node is YamlScalar { Value: var value })
        {
            // An ssh recipient has a blank inside, so commas and line ends divide first.
            foreach (
                var part in value.Split(
                    [',', '\n'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
            )
            {
                texts.AddRange(
                    part.StartsWith("ssh-", StringComparison.Ordinal)
                        ? [(part, node)]
                        : part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => (p, node))
                );
            }
        }
    }

    private AgeRecipient Parse(string text, YamlNode node) =>
        AgeRecipient.TryParse(text, out var recipient, out var problem)
            ? recipient
            : throw Bad(SopsDiagnostics.BadRecipient(problem, source.At(node.Span)));

    private static SopsException Bad(Diagnostic diagnostic) => new(SopsFailure.BadConfig, diagnostic);
}
