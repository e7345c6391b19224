using System.Globalization;

namespace HomeOps.Sops.Formats;

/// <summary>
/// The SOPS block in formats without nesting: <c>age__list_0__map_recipient</c> stands for the recipient in the first item of the list
/// <c>age</c>.
/// </summary>
internal static class FlatMetadata
{
    private const string MapMark = "__map_";
    private const string ListMark = "__list_";

    /// <summary>One entry for each scalar, sorted by name as SOPS writes them.</summary>
    public static List<(string Name, string Text)> Flatten(SopsMap block)
    {
        var flat = new List<(string, string)>();
        foreach (var entry in block.Entries)
        {
            if (entry.Key is { } key)
            {
                Flatten(entry.Value, key, flat);
            }
        }

        flat.Sort(static (a, b) => string.CompareOrdinal(a.Item1, b.Item1));
        return flat;
    }

    /// <summary>The block again.</summary>
    public static SopsMap Unflatten(IEnumerable<(string Name, SopsScalar Value)> flat)
    {
        var root = new Branch();
        foreach (var (name, value) in flat)
        {
            root.Put(name, value);
        }

        return (SopsMap)root.ToNode();
    }

    private static void Flatten(SopsNode node, string name, List<(string, string)> flat)
    {
        switch (node)
        {
            case SopsMap map:
                foreach (var entry in map.Entries)
                {
                    Flatten(entry.Value, name + MapMark + entry.Key, flat);
                }

                break;
            case SopsList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Flatten(list.Items[i], name + ListMark + i.ToString(CultureInfo.InvariantCulture), flat);
                }

                break;
            case SopsScalar { Type: SopsType.Bool } scalar:
                flat.Add((name, Metadata.MetadataReader.IsTrue(scalar) ? "true" : "false"));
                break;
            case SopsScalar scalar:
                flat.Add((name, scalar.Text));
                break;
            default:
                break;
        }
    }

    private sealed class Branch
    {
        private readonly List<(string Key, bool IsIndex, Branch Child)> children = [];
        private SopsScalar? leaf;

        public void Put(string name, SopsScalar value)
        {
            var map = name.IndexOf(MapMark, StringComparison.Ordinal);
            var list = name.IndexOf(ListMark, StringComparison.Ordinal);
            var cut =
                map < 0 ? list
                : list < 0 ? map
                : Math.Min(map, list);
            var child = Child(cut < 0 ? name : name[..cut], isIndex: false);
            while (cut >= 0)
            {
                var isIndex = cut == list;
                name = name[(cut + (isIndex ? ListMark : MapMark).Length)..];
                map = name.IndexOf(MapMark, StringComparison.Ordinal);
                list = name.IndexOf(ListMark, StringComparison.Ordinal);
                cut =
                    map < 0 ? list
                    : list < 0 ? map
                    : Math.Min(map, list);
                child = child.Child(cut < 0 ? name : name[..cut], isIndex);
            }

            child.leaf = value;
        }

        public SopsNode ToNode() =>
            leaf is not null ? leaf
            : children is [{ IsIndex: true }, ..] ? new SopsList([.. children.Select(static c => c.Child.ToNode())])
            : new SopsMap([.. children.Select(static c => new SopsEntry(c.Key, c.Child.ToNode()))]);

        private Branch Child(string key, bool isIndex)
        {
            var index = children.FindIndex(c => string.Equals(c.Key, key, StringComparison.Ordinal));
            if (index >= 0)
            {
                return children[index].Child;
            }

            var child = new Branch();
            children.Add((key, isIndex, child));
            return child;
        }
    }
}
