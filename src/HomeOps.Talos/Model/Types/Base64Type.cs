using System.Buffers.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>Bytes in standard base64. A patch that is there replaces them, be it empty.</summary>
internal sealed class Base64Type : ConfigType
{
    public override string Noun => "base64";

    public override YamlNode Write(ConfigValue? value) => YamlScalars.String((value as ConfigScalar)?.Text ?? "");

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigScalar { IsZero: false };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context) =>
        right;

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        if (node is not YamlScalar scalar || !Base64.IsValid(scalar.Value))
        {
            return Misfit(node, context);
        }

        var text = scalar.Value.Replace("\n", "", StringComparison.Ordinal);
        return new ConfigScalar(text) { Origin = context.At(node) };
    }
}
