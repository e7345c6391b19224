using HomeOps.Talos.Migrating;
using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic DeleteOfMainDocument(Location? at) =>
        Error(
            "HO0811",
            "'$patch: delete' at the top would remove the main document, which Talos refuses",
            at,
            "put it below the key that is to go, or add the apiVersion and kind of the document that is to go"
        );

    public static Diagnostic DeleteInsideListItem(string path, Location? at) =>
        Error(
            "HO0812",
            $"'{path}' cannot be deleted, since it stands inside an item of a list",
            at,
            "delete the item and add it again as it should be"
        );

    public static Diagnostic DeleteWithoutSelector(string path, Location? at) =>
        Error(
            "HO0813",
            $"'{path}' does not say which item is to be deleted",
            at,
            "put a key and its value beside '$$patch: delete', for example 'name: PodSecurity'"
        );

    public static Diagnostic DeleteFindsNothing(string path, string document, MovedKey? moved, Location? at) =>
        Error(
            "HO0814",
            $"there is no '{path}' in {document} to delete",
            at,
            moved is null
                ? "remove the delete, or correct the path; Talos refuses a delete that finds nothing"
                : $"in this version of Talos it is '{moved.Field}' of the document {moved.Kind}; delete it there, or that document"
        );

    public static Diagnostic JsonPatchMalformed(string problem, Location? at) =>
        Error(
            "HO0815",
            $"this is no JSON6902 operation: {problem}",
            at,
            "an operation is written as {op: remove, path: /machine/time}"
        );

    public static Diagnostic JsonPatchRefused(int documents, Location? at) =>
        Error(
            "HO0816",
            $"JSON6902 patches are not supported for machine configs of several documents, and this one has {documents}",
            at,
            "write it as a strategic merge patch: the keys as they should be, '$$patch: delete' below those that are to go"
        );

    public static Diagnostic JsonPatchOnMain(string? equivalent, Location? at) =>
        Warning(
            "HO0817",
            "the JSON6902 patch is applied to the main document only; Talos itself refuses it for configs of several documents",
            at,
            equivalent is null
                ? "write it as a strategic merge patch"
                : $"the strategic patch that does the same: {equivalent}"
        );

    public static Diagnostic JsonPatchFails(string operation, string path, string problem, Location? at) =>
        Error("HO0818", $"'{operation}' of '{path}' fails: {problem}", at, "correct the path, or remove the operation");
}
