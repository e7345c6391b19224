using System.Globalization;
using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>A whole number within bounds.</summary>
internal sealed class IntType(long min, long max) : ConfigType
{
    public long Min => min;

    public long Max => max;

    public override string Noun =>
        (min, max) switch
        {
            (long.MinValue, long.MaxValue) => "a whole number",
            (0, long.MaxValue) => "a whole number from 0",
            _ => string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"),
        };

    public override YamlNode Write(ConfigValue? value) =>
        new YamlScalar(
            value is ConfigScalar { Value: long number } ? number.ToString(CultureInfo.InvariantCulture) : "0"
        );

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigScalar { IsZero: false };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context) =>
        right is ConfigScalar { IsZero: true } && !overwrites ? left : right;

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context) =>
        node is YamlScalar scalar && PlainScalar.Resolve(scalar).Object is long number && number >= min && number <= max
            ? new ConfigScalar(number) { Origin = context.At(node) }
            : Misfit(node, context);
}
