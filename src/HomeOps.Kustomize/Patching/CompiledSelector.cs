namespace HomeOps.Kustomize;

/// <summary>A selector ready to be used on many objects.</summary>
internal sealed class CompiledSelector(Selector selector)
{
    private readonly Pattern group = Pattern.Of(selector.Gvk.Group, selector.At);
    private readonly Pattern version = Pattern.Of(selector.Gvk.Version, selector.At);
    private readonly Pattern kind = Pattern.Of(selector.Gvk.Kind, selector.At);
    private readonly Pattern name = Pattern.Of(selector.Name, selector.At);
    private readonly Pattern space = Pattern.Of(selector.Namespace, selector.At);
    private readonly LabelSelector labels = LabelSelector.Parse(selector.Labels, selector.At);
    private readonly LabelSelector annotations = LabelSelector.Parse(selector.Annotations, selector.At);

    /// <summary>Whether a patch applies: name and namespace of the original or of the current id, the current kind.</summary>
    public bool Selects(Resource resource)
    {
        var current = resource.CurrentId;
        var original = resource.OriginalId;
        return (space.Matches(original.EffectiveNamespace) || space.Matches(current.EffectiveNamespace))
            && (name.Matches(original.Name) || name.Matches(current.Name))
            && MatchesGvk(current.Gvk)
            && MatchesLabels(resource);
    }

    /// <summary>Whether one id fits, its namespace as it is written.</summary>
    public bool MatchesId(ResId id) => MatchesGvk(id.Gvk) && name.Matches(id.Name) && space.Matches(id.Namespace);

    public bool MatchesLabels(Resource resource) =>
        labels.Matches(resource.Labels) && annotations.Matches(resource.Annotations);

    private bool MatchesGvk(Gvk gvk) =>
        group.Matches(gvk.Group) && version.Matches(gvk.Version) && kind.Matches(gvk.Kind);
}
