using HomeOps.Talos.Model;

namespace HomeOps.Talos.Patching;

/// <summary>Finds what a <c>$patch: delete</c> means and removes it (selector.go).</summary>
internal static class Deletion
{
    /// <summary>Removes it; false when it is not there.</summary>
    public static bool Delete(ConfigStruct document, PatchDelete delete)
    {
        ConfigValue? at = document;
        for (var i = 0; i < delete.Path.Count; i++)
        {
            var step = delete.Path[i];
            var isLast = i == delete.Path.Count - 1;
            switch (at)
            {
                case ConfigStruct part when part.Type.Find(step) is >= 0 and var field:
                    if (isLast)
                    {
                        part[field] = null;
                        return true;
                    }

                    at = part[field] ?? Zero(part.Type.Fields[field]);
                    break;
                case ConfigMap map when map.Entries.TryGetValue(step, out var value):
                    if (isLast)
                    {
                        return map.Entries.Remove(step);
                    }

                    at = value;
                    break;
                case ConfigList list when isLast && step.StartsWith('['):
                    return DeleteItem(list, delete);
                default:
                    return false;
            }
        }

        return false;
    }

    // A struct that is part of its parent is there even when nothing was written.
    private static ConfigStruct? Zero(Field field) =>
        field is { Pointer: false, Type: StructType type } ? type.New() : null;

    private static bool DeleteItem(ConfigList list, PatchDelete delete)
    {
        var at = list.Items.FindIndex(i =>
            i is ConfigStruct item
            && item.Type.Find(delete.Key) is >= 0 and var field
            && (item[field] as ConfigScalar)?.Text == delete.Value
        );
        if (at < 0)
        {
            return false;
        }

        list.Items.RemoveAt(at);
        return true;
    }
}
