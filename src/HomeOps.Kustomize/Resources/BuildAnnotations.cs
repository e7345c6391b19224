namespace HomeOps.Kustomize;

/// <summary>
/// The annotations in which kustomize notes the past of an object while it builds. They are real annotations until the end, so transformers,
/// patches and replacements meet them: <c>metadata/annotations</c> is there for a field spec that does not create it, and a patch that
/// replaces all annotations makes kustomize forget.
/// </summary>
internal static class BuildAnnotations
{
    public const string PreviousNames = Prefix + "previousNames";
    public const string PreviousNamespaces = Prefix + "previousNamespaces";
    public const string PreviousKinds = Prefix + "previousKinds";
    public const string Prefixes = Prefix + "prefixes";
    public const string Suffixes = Prefix + "suffixes";
    public const string NeedsHash = Prefix + "needsHashSuffix";
    public const string Behavior = Prefix + "generatorBehavior";
    public const string AllowsNameChange = Prefix + "allowNameChange";
    public const string AllowsKindChange = Prefix + "allowKindChange";
    public const string Origin = "config.kubernetes.io/origin";
    public const string Transformations = "alpha.config.kubernetes.io/transformations";
    public const string Enabled = "enabled";

    private const string Prefix = "internal.config.kubernetes.io/";

    // Those of kpt functions, which kustomize takes away too.
    private static readonly string[] LegacyInternal =
    [
        "config.kubernetes.io/index",
        "config.kubernetes.io/path",
        "config.k8s.io/id",
    ];

    /// <summary>What is removed at the end of a build; <see cref="Origin"/> and <see cref="Transformations"/> may be asked for.</summary>
    public static IReadOnlyList<string> Internal { get; } =
    [
        PreviousNames,
        PreviousNamespaces,
        PreviousKinds,
        Prefixes,
        Suffixes,
        NeedsHash,
        Behavior,
        AllowsNameChange,
        AllowsKindChange,
        Prefix + "refBy",
        Prefix + "path",
        Prefix + "index",
        Prefix + "seqindent",
        Prefix + "id",
        Prefix + "annotations-migration-resource-id",
        Prefix + "helm-generated",
        .. LegacyInternal,
    ];

    /// <summary>Whether a JSON patch cannot take the annotation away.</summary>
    public static bool OutlivesJsonPatches(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) || LegacyInternal.Contains(key, StringComparer.Ordinal);
}
