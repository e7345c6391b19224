using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>What may stand at a key: reads it, writes it, and merges a patch into it as Talos does (merge.go).</summary>
internal abstract class ConfigType
{
    /// <summary>What is expected, for messages: "a list".</summary>
    public abstract string Noun { get; }

    /// <summary>The value of a node; null for null, and for what does not fit, which is reported.</summary>
    public ConfigValue? Read(YamlNode node, ReadContext context)
    {
        node = node.Resolved;
        return IsNull(node) ? null : ReadPresent(node, context);
    }

    /// <summary>The node of a value; of null, how Go writes the zero value.</summary>
    public abstract YamlNode Write(ConfigValue? value);

    /// <summary>Whether <c>omitempty</c> leaves the value out.</summary>
    public abstract bool IsEmpty(ConfigValue? value);

    /// <summary>
    /// The value after a patch. Both are present; the left one may be changed. Where a value is nullable, a zero of the patch
    /// overwrites.
    /// </summary>
    public abstract ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context);

    protected abstract ConfigValue? ReadPresent(YamlNode node, ReadContext context);

    /// <summary>Reports a node of the wrong sort.</summary>
    protected ConfigValue? Misfit(YamlNode node, ReadContext context)
    {
        context.Add(TalosDiagnostics.WrongValue(context.Path, Noun, Sort(node), context.At(node)));
        return null;
    }

    private static bool IsNull(YamlNode node) =>
        node
            is YamlScalar
            {
                Style: ScalarStyle.Plain,
                Value: "" or "~" or "null" or "Null" or "NULL",
                Tag: null or YamlTags.Null
            };

    private static string Sort(YamlNode node) =>
        node switch
        {
            YamlMapping => "a map",
            YamlSequence => "a list",
            _ => "this value",
        };
}
