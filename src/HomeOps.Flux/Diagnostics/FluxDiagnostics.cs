using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Every finding about a tree that Flux applies, one method for each mistake. Here: the objects Flux reads.</summary>
internal static partial class FluxDiagnostics
{
    public static Diagnostic NoPath(string path, Location at) =>
        Error("HO0906", $"there is no folder '{path}'", at, "spec.path is relative to the root of the repository");

    public static Diagnostic PathOutside(string path, Location at) =>
        Error("HO0907", $"'{path}' leads out of the repository", at, "name a folder inside it");

    public static Diagnostic Missing(string field, Location at) =>
        Error("HO0908", $"{field} is missing", at, "the API server refuses the object without it");

    public static Diagnostic Mistyped(string field, string expected, Location at) =>
        Error("HO0909", $"{field} must be {expected}", at);

    public static Diagnostic ValueNotText(string key, string field, Location at) =>
        Error("HO0909", $"the value of '{key}' in {field} must be a text", at, "put it in quotes");

    public static Diagnostic UnknownField(string name, string what, string? nearest, Location at) =>
        Error(
            "HO0910",
            $"'{name}' is no field of {what}",
            at,
            nearest is null ? "remove it" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic NoNamespace(string name, Location at) =>
        Error(
            "HO0911",
            $"Kustomization '{name}' has no namespace",
            at,
            "set 'namespace' in the kustomization.yaml that lists it, or metadata.namespace"
        );

    public static Diagnostic UnknownSourceKind(string kind, string[] kinds, Location at) =>
        Error(
            "HO0927",
            $"kind '{kind}' is not {string.Join(", ", kinds[..^1])} or {kinds[^1]}",
            at,
            Spelling.Nearest(kind, kinds) is { } nearest ? $"did you mean '{nearest}'?" : null
        );

    public static Diagnostic UnknownProvider(string provider, Location at) =>
        Error("HO0923", $"decryption provider '{provider}' does not exist", at, "write 'sops'");

    public static Diagnostic Twice(ObjectKey key, Location first, Location at) =>
        Error("HO0921", $"{key} exists twice: first at {first}", at, "rename or remove one of them");

    public static Diagnostic AppliedByTwo(
        ObjectKey key,
        FluxKustomization? first,
        FluxKustomization? second,
        Location at
    ) =>
        Error(
            "HO0921",
            $"{key} exists twice: {Applier(first)} and {Applier(second)} both apply it",
            at,
            "correct spec.path of one of them, or remove it"
        );

    private static string Applier(FluxKustomization? ks) =>
        ks is null ? "the entry"
        : ks.Folder is { Length: 0 } ? $"Kustomization {ks.Id}, whose path is the root of the repository,"
        : $"Kustomization {ks.Id}";

    private static Diagnostic Error(string code, string message, Location? at, string? hint = null) =>
        Diagnostic.Error(code, message, at, hint);
}
