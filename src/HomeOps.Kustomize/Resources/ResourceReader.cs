using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Reads the objects of a file: every document, lists taken apart behind the other documents.</summary>
internal static class ResourceReader
{
    public static List<Resource> Read(SourceText source)
    {
        var pending = new Queue<Node>(NodeReader.ReadAll(source));
        var result = new List<Resource>(pending.Count);
        while (pending.TryDequeue(out var node))
        {
            if (node is ScalarNode { Tag: ScalarTag.Null } or MapNode { Count: 0 } or SeqNode { Items.Count: 0 })
            {
                continue;
            }

            if (node is not MapNode map)
            {
                throw new KustomizeException(KustomizeDiagnostics.NotAnObject(source.At(node.Span)));
            }

            Check(map, source);
            if (!IsList(map))
            {
                result.Add(new Resource(map, source.At(map.Span)));
                continue;
            }

            switch (map["items"])
            {
                case SeqNode items:
                    foreach (var item in items.Items)
                    {
                        pending.Enqueue(item);
                    }

                    break;
                case { } other when !Node.IsMissingOrNull(other):
                    throw new KustomizeException(KustomizeDiagnostics.ItemsNotList(source.At(other.Span)));
            }
        }

        return result;
    }

    private static bool IsList(MapNode map) =>
        map["items"] is not null && (map.Text("kind") ?? "").EndsWith("List", StringComparison.Ordinal);

    private static void Check(MapNode map, SourceText source)
    {
        var at = source.At(map.Span.Start, 0);
        var kind = map.Text("kind") ?? "";
        if (kind.Length == 0 || map["kind"] is not ScalarNode { Tag: not ScalarTag.Null })
        {
            throw new KustomizeException(KustomizeDiagnostics.MissingKind(at));
        }

        if (!kind.EndsWith("List", StringComparison.Ordinal))
        {
            CheckMetadata(map, kind, source, at);
        }
    }

    private static void CheckMetadata(MapNode map, string kind, SourceText source, Location at)
    {
        var name = map.Map("metadata")?["name"];
        if (name is not ScalarNode { Tag: not ScalarTag.Null, Text.Length: > 0 })
        {
            throw new KustomizeException(KustomizeDiagnostics.MissingName(kind, at));
        }

        foreach (var field in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            if (
                map.Map("metadata")?[field] is { } value
                && value is not (MapNode or ScalarNode { Tag: ScalarTag.Null })
            )
            {
                throw new KustomizeException(KustomizeDiagnostics.NotTextMap(field, source.At(value.Span)));
            }
        }
    }
}
