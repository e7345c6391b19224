using HomeOps.Talos.Migrating;
using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic ConflictingLinks(string name, string first, string second, Location? at) =>
        Error("HO0893", $"{first} and {second} both configure the link '{name}'", at, "merge them into one document");

    public static Diagnostic ConflictsWithMain(string kind, string key, string node, Location? at) =>
        Error(
            "HO0894",
            $"the config of '{node}' has '{key}' and the document {kind}, which Talos does not accept together",
            at,
            $"move what is in '{key}' into the document {kind}"
        );

    public static Diagnostic KindTooNew(string kind, int since, string node, Location? at) =>
        Error(
            "HO0895",
            $"the document {kind} of '{node}' needs Talos 1.{since}",
            at,
            "raise 'talosVersion' or remove the document"
        );

    public static Diagnostic ConflictsWithMain(MovedKey key, string kind, string patch, Location at) =>
        Error(
            "HO0894",
            $"'{key.Path}' stands beside the document {kind}, which Talos does not accept",
            at,
            Instead(key, patch)
        );

    public static Diagnostic MovedKey(MovedKey key, string patch, Location at) =>
        Warning(
            "HO0896",
            key.Field.Length == 0
                ? $"'{key.Path}' has moved to documents such as {key.Kind} in Talos 1.14"
                : $"'{key.Path}' has moved to '{key.Field}' of the document {key.Kind} in Talos 1.14",
            at,
            Instead(key, patch)
        );

    public static Diagnostic GoneKey(MovedKey key, Location at) =>
        Warning("HO1591", $"'{key.Path}' is in no document of Talos 1.14", at, key.Note);

    private static string Instead(MovedKey key, string patch) =>
        patch.Length > 0 ? "write this patch instead:\n" + patch
        : key.Note.Length > 0 ? key.Note
        : $"write a patch with 'kind: {key.Kind}' instead";

    public static Diagnostic WorkerHoldsKey(string key, string node, Location? at) =>
        Error(
            "HO0897",
            $"'{node}' is a worker and must not have '{key}'",
            at?.Hidden(),
            "remove it from the patch, or limit the patch to the control plane"
        );

    public static Diagnostic ControlPlaneLacksKey(string key, string node, Location? at) =>
        Error("HO0898", $"'{node}' is part of the control plane and lacks '{key}'", at, "do not remove it in a patch");

    public static Diagnostic Exclusive(string first, string second, string node, Location? at) =>
        Error(
            "HO0899",
            $"'{node}' has both '{first}' and '{second}', which exclude each other",
            at,
            "remove one of them"
        );
}
