using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>The value of a command line flag: a text, or a list of texts for a flag given several times.</summary>
internal sealed class ArgType : ConfigType
{
    public override string Noun => "a text or a list of texts";

    public override YamlNode Write(ConfigValue? value) =>
        value switch
        {
            ConfigList list => new YamlSequence(
                list.Items.ConvertAll(static i => (YamlNode)YamlScalars.String(((ConfigScalar)i).Text)),
                list.Items.Count == 0 ? CollectionStyle.Flow : CollectionStyle.Block
            ),
            ConfigScalar { Text.Length: > 0 } scalar => YamlScalars.String(scalar.Text),
            _ => new YamlScalar("null"),
        };

    public override bool IsEmpty(ConfigValue? value) => value is null or ConfigScalar { Text: "" };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context) =>
        right;

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return new ConfigScalar(scalar.Value) { Origin = context.At(node) };
            case YamlSequence sequence when sequence.Items.All(static i => i.Resolved is YamlScalar):
                return new ConfigList([
                    .. sequence.Items.Select(i => new ConfigScalar(((YamlScalar)i.Resolved).Value)
                    {
                        Origin = context.At(i),
                    }),
                ])
                {
                    Origin = context.At(node),
                };
            default:
                return Misfit(node, context);
        }
    }
}
