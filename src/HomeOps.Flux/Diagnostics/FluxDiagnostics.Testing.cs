using HomeOps.Text;

namespace HomeOps.Flux;

// Findings about everything that is applied together.
internal static partial class FluxDiagnostics
{
    public static Diagnostic NotApplied(ObjectKey owner, bool isSuspended, Diagnostic? reason, Location at) =>
        Diagnostic.Note(
            "HO1602",
            isSuspended ? $"{owner}, which applies it, is suspended"
                : reason?.Severity == Severity.Error ? $"{owner}, which applies it, fails"
                : $"{owner}, which applies it, is not applied itself",
            reason?.Severity == Severity.Error ? reason.Location ?? at : at
        );

    public static Diagnostic NotSubstituted(string name, ObjectKey holder, string owner, string user, Location at) =>
        Error(
            "HO1603",
            $"'${{{name}}}' stays as it is in {holder}: Kustomization {owner} substitutes no variables",
            at,
            $"give it postBuild.substituteFrom, as {user} has, or the label kustomize.toolkit.fluxcd.io/substitute: disabled when the text is meant"
        );

    public static Diagnostic LeftOver(string name, ObjectKey holder, string owner, Location at) =>
        Diagnostic.Note(
            "HO1604",
            $"'${{{name}}}' stays as it is in {holder}: Kustomization {owner} substitutes no variables",
            at
        );

    public static Diagnostic ValueHoldsVariable(string name, Location at) =>
        Diagnostic.Warning(
            "HO1605",
            $"the value of variable '{name}' holds a '${{...}}' of its own, which Flux does not substitute",
            at,
            "write what it stands for"
        );

    public static Diagnostic ObjectWithoutNamespace(ObjectKey key, string owner, Location at) =>
        Error(
            NamespacesAreSet.Code,
            $"{key} has no namespace, so Flux cannot apply it",
            at,
            $"set spec.targetNamespace of Kustomization {owner}, 'namespace' in the kustomization.yaml, or metadata.namespace"
        );

    public static Diagnostic AppliedDifferently(ObjectKey key, AppliedObject first, string field, Location at) =>
        Error(
            "HO1607",
            $"{key} is also applied by {first.Applier}, with another '{field}': each undoes the other",
            at,
            $"keep one of the two; the other is at {first.Object.At}"
        );

    public static Diagnostic AppliedTwice(ObjectKey key, IReadOnlyList<ObjectKey> appliers, Location at) =>
        Diagnostic.Warning(
            "HO1608",
            appliers.All(static a => a.Kind == "Kustomization")
                ? $"{key} is applied by {appliers.Count} Kustomizations: {string.Join(", ", appliers.Select(static a => $"{a.Namespace}/{a.Name}"))}"
                : $"{key} is applied by {string.Join(" and ", appliers)}",
            at,
            "apply it by one of them: when another goes, it takes the object along"
        );

    public static Diagnostic HostnameNotServed(
        Route route,
        Kustomize.LocatedText hostname,
        IReadOnlyList<Listener> listeners
    )
    {
        var served = listeners.Select(static l => l.Hostname).Distinct().Order(StringComparer.Ordinal).ToList();
        return Error(
            "HO1609",
            $"no listener that {route.Key} is attached to serves '{hostname.Text}'",
            hostname.At,
            served.Count == 0
                ? "no listener takes routes of its kind"
                : $"they serve {string.Join(", ", served.Select(static s => $"'{s}'"))}"
        );
    }

    public static Diagnostic NoGateway(ObjectKey route, ObjectKey gateway, string? nearest, Location at) =>
        Diagnostic.Warning(
            "HO1610",
            $"{route} is attached to {gateway}, which is in no file",
            at,
            nearest is null ? "a chart may make it" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic GatewayElsewhere(ObjectKey route, ObjectKey gateway, string elsewhere, Location at) =>
        Error(
            "HO1619",
            $"{route} is attached to {gateway}, but '{gateway.Name}' is in namespace '{elsewhere}'",
            at,
            $"add 'namespace: {elsewhere}' to the parentRef"
        );

    public static Diagnostic NoListener(ObjectKey route, ParentReference parent, Gateway gateway)
    {
        var listener = parent.Section.Length > 0 ? $"listener '{parent.Section}'" : $"listener on port {parent.Port}";
        var names = gateway.Listeners.Select(static l => l.Name).ToList();
        return Error(
            "HO1611",
            $"{gateway.Key} has no {listener}, to which {route} is attached",
            parent.SectionAt,
            names.Count == 0 ? null
                : Spelling.Nearest(parent.Section, names) is { } nearest ? $"did you mean '{nearest}'?"
                : $"it has {string.Join(", ", names)}"
        );
    }

    public static Diagnostic RouteNotAdmitted(ObjectKey route, ObjectKey gateway, Location at) =>
        Error(
            "HO1612",
            $"{gateway} takes no routes from namespace '{route.Namespace}': {route} has no effect",
            at,
            "set allowedRoutes.namespaces.from of the listener to All; without it only the Gateway's own namespace counts"
        );

    public static Diagnostic NoNameOfSecret(string name) =>
        Diagnostic.Warning(
            "HO1666",
            $"--cluster-secret '{name}' names no Secret",
            hint: "write NAME or NAMESPACE/NAME"
        );

    public static Diagnostic ClusterSecretUnused(string name, string? nearest) =>
        Diagnostic.Warning(
            "HO1667",
            $"--cluster-secret '{name}' has no effect: nothing takes values from a Secret of that name",
            hint: nearest is null ? null : $"did you mean '{nearest}'?"
        );

    public static Diagnostic SourceUnused(string name, string? nearest) =>
        Diagnostic.Warning(
            "HO1667",
            $"--sources '{name}' has no effect: no Kustomization comes from a source of that name",
            hint: nearest is null ? null : $"did you mean '{nearest}'?"
        );

    public static Diagnostic NoSourceOfKustomization(SourceReference source, ObjectKey own, Location at) =>
        Error(
            "HO1613",
            $"{source.Key} does not exist",
            at,
            Spelling.Nearest(source.Name, [own.Name]) is { } nearest && source.Kind == own.Kind
                ? $"did you mean '{own.Namespace}/{nearest}'?"
                : $"add it to the repository, or say --sources {source.Namespace}/{source.Name} when it is the repository itself"
        );
}
