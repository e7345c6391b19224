namespace HomeOps.Kustomize;

/// <summary>Makes ConfigMaps and Secrets from literals, env files and files.</summary>
internal static class ObjectGenerator
{
    // Length of a base64 line.
    private const int Base64Line = 70;

    public static Resource MakeConfigMap(Loader loader, GeneratorArguments arguments)
    {
        var root = Begin("ConfigMap", arguments);
        foreach (var (key, bytes) in Sorted(loader, arguments))
        {
            var text = Utf8Text.TryDecode(bytes);
            if (text is not null && JsonRoundTrip.FindRefused(text) is { } refused)
            {
                throw new KustomizeException(KustomizeDiagnostics.ControlCharacter(refused, arguments.At));
            }

            var field = root.MapOrNew(text is null ? "binaryData" : "data");
            field?.SetText(key, text ?? Base64(bytes));
        }

        return Finish(root, arguments);
    }

    public static Resource MakeSecret(Loader loader, GeneratorArguments arguments)
    {
        var root = Begin("Secret", arguments);
        root.SetText("type", arguments.Type.Length == 0 ? "Opaque" : arguments.Type);
        var data = new MapNode();
        root.Set("data", data);
        foreach (var (key, bytes) in Sorted(loader, arguments))
        {
            data.SetText(key, Base64(bytes));
        }

        return Finish(root, arguments);
    }

    private static MapNode Begin(string kind, GeneratorArguments arguments)
    {
        if (arguments.Name.Length == 0)
        {
            throw new KustomizeException(KustomizeDiagnostics.GeneratorWithoutName(kind, arguments.At));
        }

        var root = new MapNode();
        root.SetText("apiVersion", "v1");
        root.SetText("kind", kind);
        var metadata = new MapNode();
        metadata.SetText("name", arguments.Name);
        if (arguments.Namespace.Length > 0)
        {
            metadata.SetText("namespace", arguments.Namespace);
        }

        root.Set("metadata", metadata);
        return root;
    }

    private static SortedDictionary<string, byte[]> Sorted(Loader loader, GeneratorArguments arguments)
    {
        var result = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var pair in KeyValues.Load(loader, arguments))
        {
            if (!result.TryAdd(pair.Key, pair.Value))
            {
                throw new KustomizeException(KustomizeDiagnostics.RepeatedKey(pair.Key, arguments.Name, pair.At));
            }
        }

        return result;
    }

    private static Resource Finish(MapNode root, GeneratorArguments arguments)
    {
        var options = arguments.Options;
        SetTexts(root, "labels", options.Labels);
        SetTexts(root, "annotations", options.Annotations);
        if (options.IsImmutable)
        {
            root.Set("immutable", new ScalarNode("true", ScalarTag.Bool));
        }

        var made = new Resource(root, arguments.At);
        made.MarkGenerated(arguments.Behavior, needsHash: !options.DisablesHash);
        return made;
    }

    private static void SetTexts(MapNode root, string field, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var map = root.MapOrNew("metadata")?.MapOrNew(field);
        foreach (var (key, value) in values)
        {
            map?.SetText(key, value);
        }
    }

    private static string Base64(byte[] bytes)
    {
        var plain = Convert.ToBase64String(bytes);
        if (plain.Length < Base64Line)
        {
            return plain;
        }

        var lines = (plain.Length + Base64Line - 1) / Base64Line;
        return string.Create(
            plain.Length + lines,
            plain,
            static (target, text) =>
            {
                for (var i = 0; i < text.Length; i += Base64Line)
                {
                    var line = text.AsSpan(i, Math.Min(Base64Line, text.Length - i));
                    line.CopyTo(target);
                    target[line.Length] = '\n';
                    target = target[(line.Length + 1)..];
                }
            }
        );
    }
}
