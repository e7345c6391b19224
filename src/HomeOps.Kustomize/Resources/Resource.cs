using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>An object on its way through a build: its content, and what kustomize remembers of its past.</summary>
internal sealed class Resource(MapNode root, Location at)
{
    private readonly List<ResId> previous = [];
    private (string? ApiVersion, string? Kind, Gvk Gvk) gvk = (null, null, Gvk.Any);

    /// <summary>The object itself.</summary>
    public MapNode Root { get; private set; } = root;

    /// <summary>Where it was read, or where its generator stands.</summary>
    public Location At { get; } = at;

    /// <summary>A patch removed the whole object.</summary>
    public bool IsDeleted { get; set; }

    public GeneratorBehavior Behavior { get; init; }

    /// <summary>Whether a hash of the content is added to the name.</summary>
    public bool NeedsHash { get; set; }

    public bool AllowsNameChange { get; set; }

    public bool AllowsKindChange { get; set; }

    public List<string> Prefixes { get; private set; } = [];

    public List<string> Suffixes { get; private set; } = [];

    /// <summary>Names of the vars that point to this object.</summary>
    public List<string> VarNames { get; private set; } = [];

    public Origin? Origin { get; set; }

    public List<Origin> Transformations { get; private set; } = [];

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

    /// <summary>The ids it had before, oldest first.</summary>
    public IReadOnlyList<ResId> PreviousIds => previous;

    public ResId OriginalId => previous.Count > 0 ? previous[0] : CurrentId;

    public MapNode? Labels => Root.Map("metadata")?.Map("labels");

    public MapNode? Annotations => Root.Map("metadata")?.Map("annotations");

    public void StorePreviousId()
    {
        var id = CurrentId;
        previous.Add(id.Key);
    }

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
        foreach (var id in previous)
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

    /// <summary>Sets annotations; all values become texts, and an empty set removes the field.</summary>
    public void SetAnnotations(IReadOnlyCollection<KeyValuePair<string, string>> annotations) =>
        SetTexts("annotations", annotations);

    /// <summary>Makes texts of all labels and annotations, even of null: so kustomize leaves objects that it copies.</summary>
    public void MakeTextsOfMetadata()
    {
        foreach (var field in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            if (Root.Map("metadata")?.Map(field) is { } map)
            {
                SetTexts(field, Merge(null, map));
            }
        }
    }

    /// <summary>Takes over name, namespace, labels, annotations and history of the object this one merges into or replaces.</summary>
    public void TakeMetadata(Resource other)
    {
        SetTexts("labels", Merge(other.Labels, Labels));
        SetTexts("annotations", Merge(other.Annotations, Annotations));
        SetName(other.Name);
        SetNamespace(other.Namespace);
        previous.Clear();
        previous.AddRange(other.previous);
        Prefixes = other.Prefixes;
        Suffixes = other.Suffixes;
        VarNames = other.VarNames;
        Transformations = other.Transformations;
        Origin ??= other.Origin;
        AllowsKindChange = other.AllowsKindChange;
        AllowsNameChange = other.AllowsNameChange;
        NeedsHash = NeedsHash && other.NeedsHash;
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
