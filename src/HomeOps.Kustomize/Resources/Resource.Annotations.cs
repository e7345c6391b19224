namespace HomeOps.Kustomize;

// What is kept in annotations: see BuildAnnotations.
internal sealed partial class Resource
{
    private (string? Names, string? Spaces, string? Kinds, string? ApiVersion, IReadOnlyList<ResId> Ids) ids = (
        null,
        null,
        null,
        null,
        []
    );

    public MapNode? Annotations => Root.Map("metadata")?.Map("annotations");

    /// <summary>The ids it had before, oldest first. Group and version are those it has now: kustomize does not note them.</summary>
    public IReadOnlyList<ResId> PreviousIds
    {
        get
        {
            if (Annotations is not { } annotations || annotations.Text(BuildAnnotations.PreviousNames) is not { } names)
            {
                return [];
            }

            var spaces = annotations.Text(BuildAnnotations.PreviousNamespaces) ?? "";
            var kinds = annotations.Text(BuildAnnotations.PreviousKinds) ?? "";
            var apiVersion = Root.Text("apiVersion") ?? "";
            if (
                !ReferenceEquals(ids.Names, names)
                || !ReferenceEquals(ids.Spaces, spaces)
                || !ReferenceEquals(ids.Kinds, kinds)
                || !ReferenceEquals(ids.ApiVersion, apiVersion)
            )
            {
                ids = (names, spaces, kinds, apiVersion, Ids(names.Split(','), spaces.Split(','), kinds.Split(',')));
            }

            return ids.Ids;
        }
    }

    /// <summary>The prefixes its name got, innermost first.</summary>
    public IReadOnlyList<string> Prefixes => Listed(BuildAnnotations.Prefixes);

    /// <summary>The suffixes its name got, innermost first.</summary>
    public IReadOnlyList<string> Suffixes => Listed(BuildAnnotations.Suffixes);

    /// <summary>Whether a hash of the content is added to the name.</summary>
    public bool NeedsHash => IsEnabled(BuildAnnotations.NeedsHash);

    /// <summary>Of a patch: whether it may rename.</summary>
    public bool AllowsNameChange => IsEnabled(BuildAnnotations.AllowsNameChange);

    /// <summary>Of a patch: whether it may change the kind.</summary>
    public bool AllowsKindChange => IsEnabled(BuildAnnotations.AllowsKindChange);

    /// <summary>Where it came from; null when that is not tracked, or when a patch took the annotation away.</summary>
    public Origin? Origin
    {
        get => OriginText is { } text ? Kustomize.Origin.Read(text) : null;
        set => OriginText = value?.ToString();
    }

    /// <summary>The origin as its annotation has it; setting null leaves what is there.</summary>
    public string? OriginText
    {
        get => Annotations?.Text(BuildAnnotations.Origin);
        set
        {
            if (value is not null)
            {
                SetAnnotation(BuildAnnotations.Origin, value);
            }
        }
    }

    /// <summary>Notes the current id as one it had.</summary>
    public void StorePreviousId()
    {
        var id = CurrentId;
        AddListed(BuildAnnotations.PreviousNames, id.Name);
        AddListed(BuildAnnotations.PreviousNamespaces, id.EffectiveNamespace);
        AddListed(BuildAnnotations.PreviousKinds, id.Gvk.Kind);
    }

    /// <summary>Notes what its name gets in front or behind.</summary>
    public void AddAffix(string affix, bool isPrefix) =>
        AddListed(isPrefix ? BuildAnnotations.Prefixes : BuildAnnotations.Suffixes, affix);

    /// <summary>Notes how it is generated.</summary>
    public void MarkGenerated(GeneratorBehavior behavior, bool needsHash)
    {
        Behavior = behavior;
        if (needsHash)
        {
            SetAnnotation(BuildAnnotations.NeedsHash, BuildAnnotations.Enabled);
        }

        SetAnnotation(BuildAnnotations.Behavior, behavior.ToString());
    }

    /// <summary>Sets an annotation that says yes.</summary>
    public void Enable(string key) => SetAnnotation(key, BuildAnnotations.Enabled);

    /// <summary>Adds a transformer to those that changed it.</summary>
    public void AddTransformation(Origin transformer) =>
        SetAnnotation(
            BuildAnnotations.Transformations,
            Annotations?.Text(BuildAnnotations.Transformations) + Kustomize.Origin.Write([transformer])
        );

    /// <summary>Sets one annotation without a look at the others, as kustomize notes ids.</summary>
    public void Note(string key, string text) => Metadata?.MapOrNew("annotations")?.SetText(key, text);

    /// <summary>Sets annotations; all values become texts, and an empty set removes the field.</summary>
    public void SetAnnotations(IReadOnlyCollection<KeyValuePair<string, string>> annotations) =>
        SetTexts("annotations", annotations);

    /// <summary>The annotations as texts, by key.</summary>
    public SortedDictionary<string, string> AnnotationTexts() => Merge(null, Annotations);

    private void SetAnnotation(string key, string text)
    {
        var annotations = AnnotationTexts();
        annotations[key] = text;
        SetAnnotations(annotations);
    }

    private bool IsEnabled(string key) => Annotations?.Text(key) == BuildAnnotations.Enabled;

    private string[] Listed(string key) => Annotations?.Text(key)?.Split(',') ?? [];

    private void AddListed(string key, string value)
    {
        if (value.Length > 0)
        {
            Note(key, Annotations?.Text(key) is { } listed ? $"{listed},{value}" : value);
        }
    }

    private List<ResId> Ids(string[] names, string[] spaces, string[] kinds)
    {
        if (names.Length != spaces.Length || names.Length != kinds.Length)
        {
            throw new KustomizeException(KustomizeDiagnostics.ForeignNotes(CurrentId, At));
        }

        var result = new List<ResId>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            result.Add(new ResId(Gvk.Of(Root.Text("apiVersion") ?? "", kinds[i]), names[i], spaces[i]).Key);
        }

        return result;
    }
}
