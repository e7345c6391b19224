using HomeOps.Text;

namespace HomeOps.Flux;

// Findings about how Kustomizations, sources and dependencies hang together.
internal static partial class FluxDiagnostics
{
    public static Diagnostic NoDependency(Dependency dependency, string kind, string? nearest) =>
        Error(
            "HO0916",
            $"dependsOn names {kind} {dependency.Namespace}/{dependency.Name}, which does not exist",
            dependency.At,
            nearest is null ? "Flux waits for it for ever: remove the entry" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic DependencyCycle(IReadOnlyList<string> ids, Location at) =>
        Error(
            "HO0917",
            $"these wait for each other for ever: {string.Join(" -> ", ids)}",
            at,
            "remove one of the dependsOn entries"
        );

    public static Diagnostic ReadyExprNotEvaluated(string what, Location at) =>
        Diagnostic.Note("HO0918", $"readyExpr of {what} depends on the cluster and is not evaluated", at);

    public static Diagnostic AssumedSource(SourceReference source) =>
        Diagnostic.Warning(
            "HO0919",
            $"{source.Key} is not in the repository; it is taken to be the repository itself",
            source.At,
            "the repository usually is GitRepository flux-system/flux-system"
        );

    public static Diagnostic ExternalSource(SourceReference source, string url) =>
        Diagnostic.Note("HO0920", $"{source.Key} comes from {url} and is not built", source.At);

    public static Diagnostic Suspended(ObjectKey key, Location at) =>
        Diagnostic.Note("HO0928", $"{key} is suspended and is not built", at);

    public static Diagnostic Orphan(string name, string file, Location at) =>
        Diagnostic.Note(
            "HO0925",
            $"Kustomization '{name}' is in {file}, which no kustomization.yaml lists: Flux does not apply it",
            at,
            "list the file under 'resources', or remove it"
        );

    public static Diagnostic TooDeep(ObjectKey key, int limit, Location at) =>
        Error(
            "HO1695",
            $"{key} is more than {limit} Kustomizations below the first",
            at,
            "see whether they apply each other under ever new names"
        );

    public static Diagnostic TooMany(int limit, Location at) =>
        Error(
            "HO1697",
            $"there are more than {limit} Kustomizations; this one and further ones are not built",
            at,
            "see whether they apply each other under ever new names"
        );

    public static Diagnostic NoEntry(string path) =>
        Error("HO0934", $"there is neither a file nor a folder '{path}'", null, "name the folder that Flux applies");

    public static Diagnostic NothingFound(string path) =>
        Error(
            "HO0933",
            $"no Flux Kustomization was found from {(path.Length == 0 ? "the root of the repository" : $"'{path}'")}",
            null,
            "name the folder that Flux applies first, e.g. kubernetes/flux/cluster"
        );
}
