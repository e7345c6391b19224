using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>One of a few words.</summary>
internal sealed class WordType(string[] words) : ConfigType
{
    public IReadOnlyList<string> Words => words;

    public override string Noun => $"one of {string.Join(", ", words)}";

    // An unset word is the first one in Go, which counts its constants from zero.
    public override YamlNode Write(ConfigValue? value) =>
        YamlScalars.String(value is ConfigScalar { IsZero: false } scalar ? scalar.Text : words[0]);

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigScalar { IsZero: false };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context) =>
        !overwrites && ((ConfigScalar)right).Text == words[0] ? left : right;

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        if (node is not YamlScalar scalar)
        {
            return Misfit(node, context);
        }

        if (words.Contains(scalar.Value, StringComparer.Ordinal))
        {
            return new ConfigScalar(scalar.Value) { Origin = context.At(node) };
        }

        context.Add(
            TalosDiagnostics.UnknownWord(
                context.Path,
                scalar.Value,
                Noun,
                Spelling.Nearest(scalar.Value, words),
                context.At(node)
            )
        );
        return null;
    }
}
