using HomeOps.Talos.Model;

namespace HomeOps.Talos.Migrating;

/// <summary>Takes a value that several patches gave apart again.</summary>
internal static class ValueParts
{
    /// <summary>What each file gave of a map or list, with its place there; any other value whole.</summary>
    public static IEnumerable<ConfigValue> ByFile(ConfigValue value) =>
        value switch
        {
            ConfigMap map => map
                .Entries.GroupBy(static e => e.Value.Origin?.Path, StringComparer.Ordinal)
                .Select(g => new ConfigMap(
                    g.ToDictionary(static e => e.Key, static e => e.Value, StringComparer.Ordinal)
                )
                {
                    Origin = value.Origin?.Path == g.Key ? value.Origin : g.First().Value.Origin,
                }),
            ConfigList list when list.Items.Count > 0 => list
                .Items.GroupBy(static i => i.Origin?.Path, StringComparer.Ordinal)
                .Select(g => new ConfigList([.. g])
                {
                    Origin = value.Origin?.Path == g.Key ? value.Origin : g.First().Origin,
                }),
            _ => [value],
        };
}
