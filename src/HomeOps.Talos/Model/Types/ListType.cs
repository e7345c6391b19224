using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>A list. Patches add to it, or merge the items that are the same one.</summary>
/// <param name="element">What the items are.</param>
internal sealed class ListType(ConfigType element) : ConfigType
{
    public override string Noun => "a list";

    public ConfigType Element => element;

    /// <summary>Whether two items are the same one, so that a patch changes the first instead of adding the second.</summary>
    public Func<ConfigStruct, ConfigStruct, bool>? IsSame { get; init; }

    /// <summary>An item of the patch takes the place of the one it is the same as, instead of merging into it.</summary>
    public bool ReplacesItems { get; init; }

    public override YamlNode Write(ConfigValue? value)
    {
        var items = (value as ConfigList)?.Items ?? [];
        return new YamlSequence(
            items.ConvertAll(element.Write),
            items.Count == 0 ? CollectionStyle.Flow : CollectionStyle.Block
        );
    }

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigList { Items.Count: > 0 };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context)
    {
        var items = ((ConfigList)left).Items;
        foreach (var added in ((ConfigList)right).Items)
        {
            var at =
                IsSame is null || added is not ConfigStruct patch
                    ? -1
                    : items.FindIndex(i => i is ConfigStruct existing && IsSame(existing, patch));
            if (at < 0)
            {
                items.Add(added.Clone());
            }
            else
            {
                items[at] = ReplacesItems
                    ? added.Clone()
                    : context.Merge($"[{at}]", element, items[at], added, overwrites: false);
            }
        }

        return left;
    }

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        if (node is not YamlSequence sequence)
        {
            return Misfit(node, context);
        }

        var items = new List<ConfigValue>(sequence.Items.Count);
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            if (context.Read($"[{i}]", element, sequence.Items[i]) is { } item)
            {
                items.Add(item);
            }
            else if (element is StructType && sequence.Items[i].Resolved is YamlScalar)
            {
                context.AddEmptyItem(sequence.Items[i]);
            }
        }

        return new ConfigList(items) { Origin = context.At(node) };
    }
}
