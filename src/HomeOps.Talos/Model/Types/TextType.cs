using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>A text, possibly of a certain form.</summary>
/// <param name="noun">What is expected: "an IP address".</param>
/// <param name="normalize">The text as Talos writes it back; null when it does not fit.</param>
/// <param name="isPlain">It is written without quotes even where it looks like a number.</param>
internal sealed class TextType(string noun = "a text", Func<string, string?>? normalize = null, bool isPlain = false)
    : ConfigType
{
    public override string Noun { get; } = noun;

    /// <summary>It may be written as a number.</summary>
    public bool IsPlain => isPlain;

    /// <summary>How two texts merge, where the patch does not simply win.</summary>
    public Func<string, string, string>? Joined { get; init; }

    public override YamlNode Write(ConfigValue? value)
    {
        var text = (value as ConfigScalar)?.Text ?? "";
        return isPlain && text.Length > 0 ? new YamlScalar(text) : YamlScalars.String(text);
    }

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigScalar { IsZero: false };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context)
    {
        var (old, next) = ((ConfigScalar)left, (ConfigScalar)right);
        if (next.IsZero && !overwrites)
        {
            return old;
        }

        return Joined is null ? next : new ConfigScalar(Joined(old.Text, next.Text)) { Origin = next.Origin };
    }

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        if (node is not YamlScalar scalar)
        {
            return Misfit(node, context);
        }

        var text = normalize is null || scalar.Value.Length == 0 ? scalar.Value : normalize(scalar.Value);
        return text is null ? Misfit(node, context) : new ConfigScalar(text) { Origin = context.At(node) };
    }
}
