using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Patching;

/// <summary>Keeps the places of values through a conversion that loses them.</summary>
internal static class Origins
{
    /// <summary>Gives what did not change its old place, and what did the place of the patch.</summary>
    public static void Carry(ConfigValue? before, ConfigValue after, Location patch)
    {
        after.Origin = before is null || IsChanged(before, after) ? patch : before.Origin;
        switch (after)
        {
            case ConfigStruct part:
                for (var i = 0; i < part.Type.Fields.Count; i++)
                {
                    if (part[i] is { } value)
                    {
                        Carry((before as ConfigStruct)?[i], value, patch);
                    }
                }

                break;
            case ConfigMap map:
                foreach (var (key, value) in map.Entries)
                {
                    Carry((before as ConfigMap)?.Entries.GetValueOrDefault(key), value, patch);
                }

                break;
            case ConfigList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var old = before is ConfigList known && i < known.Items.Count ? known.Items[i] : null;
                    Carry(old, list.Items[i], patch);
                }

                break;
        }
    }

    private static bool IsChanged(ConfigValue before, ConfigValue after) =>
        before.GetType() != after.GetType() || (before is ConfigScalar old && old.Text != ((ConfigScalar)after).Text);
}
