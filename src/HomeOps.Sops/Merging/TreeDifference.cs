using System.Globalization;

namespace HomeOps.Sops.Merging;

/// <summary>Compares two plaintexts value by value. Comments and the order of keys do not count.</summary>
internal sealed class TreeDifference
{
    private readonly List<SopsDifference> found = [];

    public static IReadOnlyList<SopsDifference> Between(SopsTree older, SopsTree newer)
    {
        var comparison = new TreeDifference();
        var count = Math.Max(older.Documents.Count, newer.Documents.Count);
        for (var i = 0; i < count; i++)
        {
            var path = count == 1 ? "" : $"document {(i + 1).ToString(CultureInfo.InvariantCulture)}";
            comparison.Compare(path, older.Documents.ElementAtOrDefault(i), newer.Documents.ElementAtOrDefault(i));
        }

        return comparison.found;
    }

    private void Compare(string path, SopsNode? older, SopsNode? newer)
    {
        switch (older, newer)
        {
            case (SopsMap a, SopsMap b):
                foreach (var key in Keys(a).Union(Keys(b), StringComparer.Ordinal))
                {
                    Compare(Below(path, key), a[key], b[key]);
                }

                break;
            case (SopsList a, SopsList b):
                var (items, others) = (Items(a), Items(b));
                for (var i = 0; i < Math.Max(items.Count, others.Count); i++)
                {
                    var place = $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]";
                    Compare(place, items.ElementAtOrDefault(i), others.ElementAtOrDefault(i));
                }

                break;
            case (SopsMap { Entries.Count: > 0 } map, null):
                Compare(path, map, new SopsMap([]));
                break;
            case (null, SopsMap { Entries.Count: > 0 } map):
                Compare(path, new SopsMap([]), map);
                break;
            case (SopsScalar a, SopsScalar b) when a.SameValue(b):
                break;
            default:
                found.Add(new SopsDifference(Kind(older, newer), path, Word(older), Word(newer)));
                break;
        }
    }

    private static SopsDifferenceKind Kind(SopsNode? older, SopsNode? newer) =>
        older is null ? SopsDifferenceKind.Added
        : newer is null ? SopsDifferenceKind.Removed
        : SopsDifferenceKind.Changed;

    private static string Word(SopsNode? node) =>
        node switch
        {
            null => "",
            SopsMap => "map",
            SopsList => "list",
            SopsScalar scalar => scalar.Type switch
            {
                SopsType.Null => "null",
                SopsType.Int => "int",
                SopsType.Float => "float",
                SopsType.Bool => "bool",
                SopsType.Time => "time",
                SopsType.Binary => "binary",
                _ => "string",
            },
            _ => "comment",
        };

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static IEnumerable<string> Keys(SopsMap map) => map.Entries.Select(static e => e.Key).OfType<string>();

    private static List<SopsNode> Items(SopsList list) => [.. list.Items.Where(static i => i is not SopsComment)];
}
