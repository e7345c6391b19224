using HomeOps.Talos.Model;

namespace HomeOps.Talos.Talconfig;

/// <summary>Gives a node what its group presets: whole values, except for the lists that add up.</summary>
internal static class GroupMerge
{
    public static ConfigStruct Merge(ConfigStruct node, ConfigStruct root)
    {
        var group = root.Struct(node.Bool("controlPlane") == true ? "controlPlane" : "worker");
        var merged = node.Copy();
        if (group is null)
        {
            return merged;
        }

        for (var i = 0; i < group.Type.Fields.Count; i++)
        {
            var field = group.Type.Fields[i];
            if (group[i] is not { } preset)
            {
                continue;
            }

            var own = merged[field.Name];
            merged[field.Name] = field.Name switch
            {
                "patches" => Joined(node, "overridePatches", own, preset, own),
                "extraManifests" => Joined(node, "overrideExtraManifests", own, own, preset),
                "certSANs" => Joined(node, "overrideMachineCertSANs", own, own, preset),
                _ => IsSet(field, own) ? own : preset.Clone(),
            };
        }

        return merged;
    }

    private static bool IsSet(Field field, ConfigValue? own) =>
        field.Pointer ? own is not null : !field.Type.IsEmpty(own);

    // Both lists, or the node's own alone when it overrides the group's.
    private static ConfigValue? Joined(
        ConfigStruct node,
        string overrides,
        ConfigValue? own,
        ConfigValue? first,
        ConfigValue? second
    ) => node.Bool(overrides) == true ? own : new ConfigList([.. Items(first), .. Items(second)]);

    private static IEnumerable<ConfigValue> Items(ConfigValue? list) => (list as ConfigList)?.Items ?? [];
}
