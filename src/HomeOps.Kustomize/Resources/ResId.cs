namespace HomeOps.Kustomize;

/// <summary>What names an object: group, version, kind, namespace and name.</summary>
internal readonly record struct ResId(Gvk Gvk, string Name, string Namespace)
{
    private const string NoNamespace = "_non_namespaceable_";

    /// <summary>One constant for kinds without namespace, else the namespace with <c>default</c> for none.</summary>
    public string EffectiveNamespace =>
        Gvk.IsClusterScoped ? NoNamespace
        : Namespace.Length == 0 ? "default"
        : Namespace;

    /// <summary>The same object: the effective namespaces count.</summary>
    public bool IsSameAs(ResId other) =>
        Name == other.Name && Gvk == other.Gvk && EffectiveNamespace == other.EffectiveNamespace;

    /// <summary>Whether a selector of exact values picks this; empty parts of it match all.</summary>
    public bool IsSelectedBy(ResId selector) =>
        (selector.Name.Length == 0 || selector.Name == Name)
        && (selector.Namespace.Length == 0 || selector.EffectiveNamespace == EffectiveNamespace)
        && Gvk.IsSelectedBy(selector.Gvk);

    /// <summary>For messages: <c>apps/v1 Deployment default/app</c>.</summary>
    public string Shown =>
        $"{Gvk.ApiVersion} {Gvk.Kind} {(Namespace.Length == 0 || Namespace == NoNamespace ? "" : Namespace + "/")}{Name}".Trim();

    /// <summary>A copy with the effective namespace written out, for look-up.</summary>
    public ResId Key => this with { Namespace = EffectiveNamespace };

    public override string ToString() =>
        $"{Gvk}/{(Name.Length == 0 ? "[noName]" : Name)}.{(Namespace.Length == 0 ? "[noNs]" : Namespace)}";
}
