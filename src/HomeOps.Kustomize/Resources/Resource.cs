using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>An object on its way through a build: its content, and what kustomize remembers of its past.</summary>
internal sealed partial class Resource(MapNode root, Location at)
{
    private (string? ApiVersion, string? Kind, Gvk Gvk) gvk = (null, null, Gvk.Any);

    /// <summary>The object itself.</summary>
    public MapNode Root { get; private set; } = root;

    /// <summary>Where it was read, or where its generator stands.</summary>
    public Location At { get; } = at;

    /// <summary>A patch removed the whole object.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Of a generated object: what happens when there is one with its id.</summary>
    public GeneratorBehavior Behavior { get; private set; }

    /// <summary>Names of the vars that point to this object.</summary>
    public List<string> VarNames { get; private set; } = [];

    public Gvk Gvk
    {
        get
        {
            var apiVersion = Root.Text("apiVersion") ?? "";
            var kind = Kind;
            if (!ReferenceEquals(gvk.ApiVersion, apiVersion) || !ReferenceEquals(gvk.Kind, kind))
            {
                gvk = (apiVersion, kind, Gvk.Of(apiVersion, kind));
            }

            return gvk.Gvk;
        }
    }

    public string Kind => Root.Text("kind") ?? "";

    public string Name => Root.Map("metadata")?.Text("name") ?? "";

    public string Namespace => Root.Map("metadata")?.Text("namespace") ?? "";

    public ResId CurrentId => new(Gvk, Name, Namespace);

    public ResId OriginalId => PreviousIds is [var first, ..] ? first : CurrentId;

    public MapNode? Labels => Root.Map("metadata")?.Map("labels");

    public void SetName(string name) => Metadata?.SetText("name", name);

    public void SetNamespace(string name)
    {
        if (name.Length > 0)
        {
            Metadata?.SetText("namespace", name);
        }
        else
        {
            Root.Map("metadata")?.Remove("namespace");
        }
    }

    /// <summary>Whether any id it has or had fulfils a condition.</summary>
    public bool HasAnyId(Func<ResId, bool> matches)
    {
        foreach (var id in PreviousIds)
        {
            if (matches(id))
            {
                return true;
            }
        }

        return matches(CurrentId);
    }

    /// <summary>Puts another content in place, as a JSON patch does.</summary>
    public void ReplaceRoot(MapNode root) => Root = root;

    /// <summary>Makes texts of all labels and annotations, even of null: so kustomize leaves objects that it copies.</summary>
    public void MakeTextsOfMetadata()
    {
        SetTexts("labels", Merge(null, Labels));
        SetAnnotations(AnnotationTexts());
    }

    /// <summary>Takes over name, namespace, labels, annotations and history of the object this one merges into or replaces.</summary>
    public void TakeMetadata(Resource other)
    {
        SetTexts("labels", Merge(other.Labels, Labels));
        var needsHash = NeedsHash;
        var merged = Merge(other.Annotations, Annotations);
        foreach (var key in BuildAnnotations.Internal)
        {
            if (other.Annotations?[key] is { } value && (needsHash || key != BuildAnnotations.NeedsHash))
            {
                merged[key] = Node.TextOf(value) ?? "";
            }
            else
            {
                merged.Remove(key);
            }
        }

        SetAnnotations(merged);
        SetName(other.Name);
        SetNamespace(other.Namespace);
        VarNames = other.VarNames;
    }

    /// <summary>Adds the entries of another object's map of texts that this one does not have.</summary>
    public void MergeTexts(string field, Resource other)
    {
        var merged = Merge(other.Root.Map(field), Root.Map(field));
        if (merged.Count == 0)
        {
            return;
        }

        var map = new MapNode();
        foreach (var (key, value) in merged)
        {
            map.SetText(key, value);
        }

        Root.Set(field, map);
    }

    private MapNode? Metadata => Root.MapOrNew("metadata");

    private static SortedDictionary<string, string> Merge(MapNode? under, MapNode? over)
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in (ReadOnlySpan<MapNode?>)[under, over])
        {
            foreach (var (key, value) in map?.Entries ?? [])
            {
                result[key] = Node.TextOf(value) ?? "";
            }
        }

        return result;
    }

    private void SetTexts(string field, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        if (Metadata is not { } metadata)
        {
            return;
        }

        metadata.Remove(field);
        if (values.Count == 0)
        {
            return;
        }

        var map = new MapNode();
        foreach (var (key, value) in values)
        {
            map.SetText(key, value);
        }

        metadata.Set(field, map);
    }
}
