using HomeOps.Sops.Metadata;
using HomeOps.Sops.Tree;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Sops.Formats;

/// <summary>
/// Makes YAML documents of SOPS's tree. Comments go above what follows them; those at the end below the last entry; an inline one
/// behind its value.
/// </summary>
internal sealed class YamlTreeWriter(bool reproducesFaults)
{
    private static readonly SourceText Nowhere = new("", "");

    public IReadOnlyList<YamlDocument> Write(SopsTree tree, SopsMap? block)
    {
        var documents = new YamlDocument[tree.Documents.Count];
        for (var i = 0; i < documents.Length; i++)
        {
            var map = tree.Documents[i];
            if (block is not null)
            {
                map = new SopsMap([.. map.Entries, new SopsEntry(SopsMetadata.Key, block)]);
            }

            documents[i] = new YamlDocument(Nowhere, Mapping(map)) { ExplicitStart = i > 0 };
        }

        return documents;
    }

    /// <summary>A document of one value.</summary>
    public YamlDocument WriteValue(SopsNode value) => new(Nowhere, Node(value, YamlComments.None));

    private YamlMapping Mapping(SopsMap map)
    {
        var entries = new List<YamlEntry>(map.Entries.Count);
        var above = new Pending();
        var head = "";
        foreach (var entry in map.Entries)
        {
            if (entry.Value is SopsComment comment)
            {
                above.Add(comment);
                continue;
            }

            var value = Node(entry.Value, above);
            var comments = above.Take();
            if (entries.Count == 0)
            {
                (head, comments) = (comments, "");
            }

            entries.Add(new YamlEntry(Text(entry.Key ?? "", new YamlComments(comments)), value));
        }

        var rest = above.Take();
        if (rest.Length > 0 && entries.Count > 0)
        {
            var (key, value) = entries[^1];
            entries[^1] = new YamlEntry(Text(((YamlScalar)key).Value, key.Comments with { Foot = rest }), value);
            rest = "";
        }

        return new YamlMapping(entries) { Comments = new YamlComments(head + rest) };
    }

    private YamlSequence Sequence(SopsList list, YamlComments comments)
    {
        var items = new List<YamlNode>(list.Items.Count);
        var above = new Pending();
        var head = "";
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is SopsComment comment)
            {
                above.Add(comment);
                continue;
            }

            var last = LastBefore(list.Items, i + 1);
            var line = above.TakeInline(list.Items[i]);
            var own = above.Take();
            if (items.Count == 0)
            {
                (head, own) = (own, "");
            }

            items.Add(Node(list.Items[i], new YamlComments(own, line, last)));
            if (last.Length > 0)
            {
                break;
            }
        }

        return new YamlSequence(items) { Comments = comments with { Head = Join(head, above.Take()) } };
    }

    private YamlNode Node(SopsNode node, Pending above) => Node(node, new YamlComments(Line: above.TakeInline(node)));

    private YamlNode Node(SopsNode node, YamlComments comments)
    {
        switch (node)
        {
            case SopsMap map:
                var mapping = Mapping(map);
                return new YamlMapping(mapping.Entries, mapping.Style)
                {
                    Comments = new YamlComments(
                        Join(comments.Head, mapping.Comments.Head),
                        comments.Line,
                        comments.Foot
                    ),
                };
            case SopsList list:
                return Sequence(list, comments);
            default:
                return Scalar((SopsScalar)node, comments);
        }
    }

    private YamlScalar Scalar(SopsScalar scalar, YamlComments comments) =>
        scalar.Type switch
        {
            SopsType.String when reproducesFaults && IsLost(scalar.Text) => With(new YamlScalar("null"), comments),
            SopsType.String => Text(scalar.Text, comments),
            SopsType.Null => With(new YamlScalar("null"), comments),
            SopsType.Bool => With(new YamlScalar(MetadataReader.IsTrue(scalar) ? "true" : "false"), comments),
            SopsType.Float => With(
                YamlScalars.Of(new YamlValue(YamlKind.Float, GoNumber.Parse(scalar.Text) ?? 0)),
                comments
            ),
            SopsType.Binary => With(YamlScalars.Of(new YamlValue(YamlKind.Binary, scalar.ToBytes())), comments),
            _ => With(new YamlScalar(scalar.Text), comments),
        };

    private static YamlScalar Text(string text, YamlComments comments) => With(YamlScalars.String(text), comments);

    private static bool IsLost(string text) => text.StartsWith('\t') && text.Contains('\n', StringComparison.Ordinal);

    private static YamlScalar With(YamlScalar scalar, YamlComments comments) =>
        comments == YamlComments.None
            ? scalar
            : new YamlScalar(scalar.Value, scalar.Style) { Tag = scalar.Tag, Comments = comments };

    // The comments that follow the last item, which go below it; empty when another item comes.
    private static string LastBefore(IReadOnlyList<SopsNode> items, int from)
    {
        var rest = new Pending();
        for (var i = from; i < items.Count; i++)
        {
            if (items[i] is not SopsComment comment)
            {
                return "";
            }

            rest.Add(comment);
        }

        return rest.Take();
    }

    private static string Join(string first, string second) =>
        first.Length == 0 ? second
        : second.Length == 0 ? first
        : first + "\n" + second;

    // Comments waiting for the entry they belong to.
    private sealed class Pending
    {
        private readonly List<SopsComment> comments = [];

        public void Add(SopsComment comment) => comments.Add(comment);

        // An inline comment stays behind its value when that is written on one line.
        public string TakeInline(SopsNode value)
        {
            if (value is not SopsScalar || comments is not [.., { Inline: true } last])
            {
                return "";
            }

            comments.RemoveAt(comments.Count - 1);
            return "#" + last.Text;
        }

        public string Take()
        {
            var text = string.Join('\n', comments.Select(static c => "#" + c.Text));
            comments.Clear();
            return text;
        }
    }
}
