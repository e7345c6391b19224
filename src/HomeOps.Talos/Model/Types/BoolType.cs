using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>A truth value. The words of YAML 1.1 count where one is expected, as in go-yaml.</summary>
internal sealed class BoolType : ConfigType
{
    public override string Noun => "true or false";

    public override YamlNode Write(ConfigValue? value) =>
        new YamlScalar(value is ConfigScalar { Value: true } ? "true" : "false");

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigScalar { Value: true };

    // A plain bool cannot say "not set", so the patch always wins.
    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context) =>
        right;

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        var truth = node is YamlScalar scalar ? Parse(scalar) : null;
        return truth is { } known ? new ConfigScalar(known) { Origin = context.At(node) } : Misfit(node, context);
    }

    private static bool? Parse(YamlScalar scalar) =>
        scalar.Value switch
        {
            "true" or "True" or "TRUE" when scalar.Style == ScalarStyle.Plain => true,
            "false" or "False" or "FALSE" when scalar.Style == ScalarStyle.Plain => false,
            "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => true,
            "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
            _ => null,
        };
}
