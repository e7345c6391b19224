using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>A list of JSON patch operations (RFC 6902), written as JSON or YAML.</summary>
internal sealed class JsonPatch
{
    private readonly List<JsonOperation> operations;

    private JsonPatch(List<JsonOperation> operations) => this.operations = operations;

    /// <summary>The operations, or null when the text is no list of maps with <c>op</c>.</summary>
    public static JsonPatch? TryRead(SourceText source)
    {
        var roots = NodeReader.ReadPatch(source);
        if (roots is not [SeqNode { Items.Count: > 0 } list])
        {
            return null;
        }

        var found = new List<JsonOperation>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is not MapNode map || map.Text("op") is not { } name)
            {
                return null;
            }

            found.Add(
                new JsonOperation(
                    name,
                    map.Text("path") ?? "",
                    map.Text("from") ?? "",
                    map["value"],
                    source.At(item.Span)
                )
            );
        }

        return new JsonPatch(found);
    }

    /// <summary>Reads operations from a text that must hold some.</summary>
    public static JsonPatch Read(SourceText source, Location at) =>
        TryRead(source) ?? throw new KustomizeException(KustomizeDiagnostics.NotJsonPatch(at));

    /// <summary>Changes an object. Like kustomize's way through JSON, this makes every value plain.</summary>
    public void Apply(Resource resource)
    {
        var notes = resource.AnnotationTexts();
        var root = resource.Root.Copy();
        FlowText.Settle(root);
        foreach (var operation in operations)
        {
            root = operation.Apply(root, resource.CurrentId);
        }

        if (root is not MapNode map)
        {
            throw new KustomizeException(KustomizeDiagnostics.NotAMap(operations[^1].At));
        }

        JsonForm.Normalize(map);
        resource.ReplaceRoot(map);
        var annotations = resource.AnnotationTexts();
        foreach (var (key, text) in notes)
        {
            if (BuildAnnotations.OutlivesJsonPatches(key))
            {
                annotations[key] = text;
            }
        }

        resource.SetAnnotations(annotations);
    }
}
