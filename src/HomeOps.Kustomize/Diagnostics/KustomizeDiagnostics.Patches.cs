using HomeOps.Text;

namespace HomeOps.Kustomize;

// Findings about patches and selectors.
internal static partial class KustomizeDiagnostics
{
    public static Diagnostic PatchAndPath(Location at) =>
        Error("HO0770", "a patch has either 'patch' or 'path', not both", at);

    public static Diagnostic NeitherPatchNorPath(Location at) =>
        Error("HO0771", "the patch has neither 'patch' nor 'path'", at);

    public static Diagnostic EmptyPatch(Location at) => Error("HO0772", "the patch is empty", at);

    public static Diagnostic NotJsonPatch(Location at) => Error("HO0773", "the patch is no list of operations", at);

    public static Diagnostic JsonPatchWithoutTarget(Location at) =>
        Error("HO0774", "a patch that is a list of operations needs a 'target' with a name", at);

    public static Diagnostic SeveralPatchesWithTarget(Location at) =>
        Error("HO0775", "a patch with a 'target' must be a single document", at);

    public static Diagnostic NoPatchTarget(ResId id, string? nearest, Location at) =>
        Error(
            "HO0776",
            $"the patch is for {id.Shown}, which does not exist",
            at,
            nearest is null
                ? "compare apiVersion, kind, name and namespace, or use a 'target'"
                : $"did you mean '{nearest}'?"
        );

    public static Diagnostic SeveralPatchTargets(ResId id, Location at) =>
        Error("HO0777", $"several objects are or were {id.Shown}", at, "use a 'target'");

    public static Diagnostic PatchKindMismatch(string expected, Location at) =>
        Error("HO0778", $"the patch must have {expected} here, as the object does", at);

    public static Diagnostic TooManyItems(string keys, int limit, Location at) =>
        Error(
            "HO1702",
            $"a list that is merged by {keys} has more than {limit} items",
            at,
            "patch a smaller list, or replace it with a JSON patch"
        );

    public static Diagnostic UnknownDirective(string directive, Location at) =>
        Error("HO0779", $"$patch '{directive}' is not delete, replace or merge", at);

    public static Diagnostic UnknownOperation(string name, Location at) =>
        Error("HO0780", $"'{name}' is no operation of JSON patch", at, "add, remove, replace, move, copy and test are");

    public static Diagnostic OperationFails(string name, string path, string reason, ResId id, Location at) =>
        Error("HO0781", $"'{name} {path}' fails on {id.Shown}: {reason}", at);

    public static Diagnostic BadPattern(string pattern, Location at) =>
        Error(
            "HO0782",
            $"'{pattern}' is no valid pattern",
            at,
            "patterns are regular expressions without look-around and back references"
        );

    public static Diagnostic BadLabelSelector(string selector, Location at) =>
        Error("HO0783", $"'{selector}' is no valid selector", at, "write for example 'app=web,tier in (a,b),!legacy'");
}
