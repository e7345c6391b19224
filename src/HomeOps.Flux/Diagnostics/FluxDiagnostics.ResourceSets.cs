using HomeOps.Helm.Templates;
using HomeOps.Text;

namespace HomeOps.Flux;

// Findings about ResourceSets and where their inputs come from.
internal static partial class FluxDiagnostics
{
    public static Diagnostic SwitchedOff(ObjectKey key, Location at) =>
        Diagnostic.Note(
            "HO1650",
            $"{key} is switched off by its annotation 'reconcile: disabled' and is not rendered",
            at
        );

    public static Diagnostic InputsElsewhere(InputProvider provider, Location at) =>
        Diagnostic.Note(
            "HO1651",
            $"inputs come from {provider.Key} of type {provider.Type}"
                + (provider.Url.Length > 0 ? $", which asks {provider.Url}" : "")
                + ": they are known only in the cluster",
            at
        );

    public static Diagnostic NoProvider(string name, string inNamespace, string? nearest, Location at) =>
        Error(
            "HO1652",
            $"there is no {InputProvider.Kind} '{name}' in namespace '{inNamespace}'",
            at,
            nearest is null
                ? "add it to the repository, in the namespace of the ResourceSet"
                : $"did you mean '{nearest}'?"
        );

    public static Diagnostic NameOrSelector(Location at) =>
        Error("HO1653", "an entry of inputsFrom has either 'name' or 'selector'", at, "keep one of them");

    public static Diagnostic BadTemplate(TemplateProblem problem, Location at) =>
        Error("HO1654", $"'{Shortened(problem.Expression)}': {problem.Reason}", at);

    public static Diagnostic NotMade(string reason, Location at) =>
        Error(
            "HO1655",
            $"what the template makes is no Kubernetes object: {reason}",
            at,
            "pipe texts through 'quote', maps through 'toYaml | nindent'"
        );

    public static Diagnostic MakesItself(ObjectKey key, Location at) =>
        Error("HO1656", $"{key} makes itself", at, "give what it makes another name");

    public static Diagnostic TooMuch(string limit, Location at) =>
        Error("HO1657", limit, at, "split it, or check its inputs");

    public static Diagnostic NoResources(string what, Location at) =>
        Error(
            "HO1658",
            $"{what} has nothing to make",
            at,
            "set 'resources', 'resourcesTemplate' or, in a ResourceSet, 'steps'"
        );

    public static Diagnostic StepsAndResources(Location at) =>
        Error("HO1659", "a ResourceSet with 'steps' has no 'resources' of its own", at, "move them into a step");

    public static Diagnostic CopiedInCluster(ObjectKey key, string from, Location at) =>
        Diagnostic.Note(
            "HO1660",
            $"the values of {key} are copied in the cluster from {from}, which is not in the repository",
            at
        );

    public static Diagnostic BadCopyFrom(ObjectKey key, string from, Location at) =>
        Error("HO1661", $"{key} is to be copied from '{from}', which names nothing", at, "write namespace/name");

    public static Diagnostic InTwoSteps(ObjectKey key, string first, string second, Location at) =>
        Error("HO1662", $"{key} is made in step '{first}' and again in step '{second}'", at, "remove one of them");

    public static Diagnostic NotOneOf(string what, string found, string[] known, Location at)
    {
        var meant = Spelling.Nearest(found, known);
        return Error(
            "HO1663",
            $"{what} '{found}' does not exist",
            at,
            meant is not null ? $"did you mean '{meant}'?"
                : known.Length <= MostNamed ? $"write {string.Join(" or ", known)}"
                : null
        );
    }

    public static Diagnostic NoSuchObject(ResourceSetDependency dependency, Location at) =>
        Diagnostic.Warning(
            "HO1664",
            $"it waits for {dependency.Key} of {dependency.ApiVersion}, which is not in the repository",
            at,
            "nothing is made before it exists: a chart or another repository has to bring it"
        );

    private const int MostNamed = 6;

    // An action may be a whole page.
    private static string Shortened(string expression) =>
        expression.Length <= MostShown ? expression : expression[..MostShown] + "…";

    private const int MostShown = 100;
}
