using HomeOps.Text;

namespace HomeOps.Kustomize;

// Findings about kustomization files.
internal static partial class KustomizeDiagnostics
{
    public static Diagnostic UnknownField(string name, string what, string? nearest, Location at) =>
        Error("HO0715", $"'{name}' is no field of '{what}'", at, nearest is null ? null : $"did you mean '{nearest}'?");

    public static Diagnostic Mistyped(string name, string what, string expected, Location at) =>
        Error("HO0716", $"'{name}' of '{what}' must be {expected}", at);

    public static Diagnostic ValueNotText(string key, string name, Location at) =>
        Error("HO0717", $"the value of '{key}' in '{name}' is no text", at, "put it in quotes");

    public static Diagnostic Empty(Location at) =>
        Error("HO0718", "the kustomization is empty", at, "list files under 'resources'");

    public static Diagnostic NotAMap(Location at) => Error("HO0719", "a map of fields is needed here", at);

    public static Diagnostic WrongKind(string kind, Location at) =>
        Error("HO0720", $"kind '{kind}' is not Kustomization or Component", at);

    public static Diagnostic WrongVersion(string version, string required, Location at) =>
        Error("HO0721", $"apiVersion '{version}' should be '{required}'", at);

    public static Diagnostic NotAComponent(string path, Location at) =>
        Error("HO0722", $"'{path}' is a Kustomization, not a Component", at, "list it under 'resources'");

    public static Diagnostic IsAComponent(string path, Location at) =>
        Error("HO0723", $"'{path}' is a Component, not a Kustomization", at, "list it under 'components'");

    public static Diagnostic WrongOrder(string order, Location at) =>
        Error("HO0724", $"order '{order}' is not fifo or legacy", at);

    public static Diagnostic LegacyWithFifo(Location at) =>
        Error(
            "HO0725",
            "'legacySortOptions' are set, but the order is fifo",
            at,
            "set 'order: legacy', or remove them"
        );

    public static Diagnostic HelmCharts(Location at) =>
        Error("HO0726", "Flux does not render charts in kustomizations", at, "use a HelmRelease");

    public static Diagnostic OpenApiVersion(string version, Location at) =>
        Error("HO0727", $"OpenAPI version '{version}' is not built in", at, "only v1.21.2 is");

    public static Diagnostic OpenApiTwice(Location at) =>
        Error("HO0728", "'openapi' has both a version and a path", at, "keep one of them");

    public static Diagnostic ConflictingFieldSpecs(string path, Gvk gvk) =>
        Error("HO0729", $"two configurations of '{path}' for {gvk} differ in 'create'", null, "make them agree");

    public static Diagnostic ExternalPlugin(Gvk gvk, Location at) =>
        Error(
            "HO0730",
            $"{gvk} is a program of its own, which is not run",
            at,
            "only objects with 'apiVersion: builtin' are"
        );

    public static Diagnostic UnknownPlugin(string kind, Location at) =>
        Error("HO0731", $"there is no built-in '{kind}'", at);

    public static Diagnostic UnknownSubjectMode(string mode, Location at) =>
        Error("HO0732", $"setRoleBindingSubjects '{mode}' is not defaultOnly, allServiceAccounts or none", at);

    public static Diagnostic UnknownCloud(string cloud, Location at) =>
        Error("HO0733", $"cloud '{cloud}' is not supported", at, "only gke is");

    public static Diagnostic ValidatorChanges(string kind, string name, ResId id, Location at) =>
        Error(
            "HO1704",
            $"the validator {kind} '{name}' changes {id.Shown}",
            at,
            "a validator only looks; list it under 'transformers' if it is to change objects"
        );

    public static Diagnostic NoFieldSpecs(string kind, string name, Location at) =>
        Error(
            "HO1705",
            $"{kind} '{name}' does not say which fields it changes",
            at,
            "add 'fieldSpecs: [{path: metadata/name}]'"
        );
}
