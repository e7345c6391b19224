using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>Permission bits, written in octal as <c>0o644</c>.</summary>
internal sealed class FileModeType : ConfigType
{
    public override string Noun => "permissions such as 0o644";

    public override YamlNode Write(ConfigValue? value) =>
        new YamlScalar("0o" + Convert.ToString(value is ConfigScalar { Value: long bits } ? bits : 0, 8));

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigScalar { IsZero: false };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context) =>
        right is ConfigScalar { IsZero: true } && !overwrites ? left : right;

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context) =>
        node is YamlScalar scalar && PlainScalar.Resolve(scalar).Object is long bits and >= 0 and <= uint.MaxValue
            ? new ConfigScalar(bits) { Origin = context.At(node) }
            : Misfit(node, context);
}
