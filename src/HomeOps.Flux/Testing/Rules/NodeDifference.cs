using System.Globalization;
using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>Names the first field in which two objects differ, not its values: they may be secret.</summary>
internal static class NodeDifference
{
    /// <summary>The path, as <c>spec.ports.0.name</c>; null when there is no difference.</summary>
    public static string? FirstPath(Node? a, Node? b) => Find(a, b, "") is { } path ? path.TrimStart('.') : null;

    private static string? Find(Node? a, Node? b, string path) =>
        (a, b) switch
        {
            (MapNode x, MapNode y) => Find(x, y, path),
            (SeqNode x, SeqNode y) => Find(x, y, path),
            (ScalarNode x, ScalarNode y) => Equals(x.Value.Object, y.Value.Object) ? null : path,
            (null, null) => null,
            _ => path,
        };

    private static string? Find(MapNode a, MapNode b, string path)
    {
        var keys = a.Entries.Concat(b.Entries).Select(static e => e.Key).Distinct(StringComparer.Ordinal);
        foreach (var key in keys.Order(StringComparer.Ordinal))
        {
            if (Find(a[key], b[key], $"{path}.{key}") is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Find(SeqNode a, SeqNode b, string path)
    {
        for (var i = 0; i < Math.Max(a.Items.Count, b.Items.Count); i++)
        {
            var index = i.ToString(CultureInfo.InvariantCulture);
            var (x, y) = (a.Items.ElementAtOrDefault(i), b.Items.ElementAtOrDefault(i));
            if (Find(x, y, $"{path}.{index}") is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
