using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>Findings about documents of machine configs and patches, one method for each mistake.</summary>
internal static partial class TalosDiagnostics
{
    public static Diagnostic WrongValue(string path, string expected, string found, Location? at) =>
        Error("HO0801", $"'{path}' wants {expected}, not {found}", at);

    public static Diagnostic UnknownKey(string key, string path, string? meant, Location? at) =>
        Error(
            "HO0802",
            path.Length == 0 ? $"Talos knows no key '{key}' here" : $"Talos knows no key '{key}' in '{path}'",
            at,
            meant is null ? "remove it; Talos refuses a config with keys it does not know" : $"did you mean '{meant}'?"
        );

    public static Diagnostic UnknownWord(string path, string word, string choices, string? meant, Location? at) =>
        Error(
            "HO0803",
            $"'{path}' wants {choices}, not '{word}'",
            at,
            meant is null ? null : $"did you mean '{meant}'?"
        );

    public static Diagnostic UnknownKind(string kind, string? meant, Location? at) =>
        Error(
            "HO0804",
            $"Talos knows no kind of document '{kind}'",
            at,
            meant is null ? "see the configuration reference of your Talos version" : $"did you mean '{meant}'?"
        );

    public static Diagnostic MissingKind(Location? at) =>
        Error("HO0805", "the document has an 'apiVersion' but no 'kind'", at, "add 'kind:'");

    public static Diagnostic MissingApiVersion(Location? at) =>
        Error("HO0806", "the document has a 'kind' but no 'apiVersion'", at, "add 'apiVersion: v1alpha1'");

    public static Diagnostic NotADocument(Location? at) =>
        Error(
            "HO0807",
            "a map is expected here, as a machine config is made of maps",
            at,
            "begin it with 'machine:' or 'cluster:', or with 'apiVersion:' and 'kind:'"
        );

    public static Diagnostic DuplicateDocument(string id, Location? at) =>
        Error("HO0808", $"the document {id} stands twice", at, "merge the two, or give them different names");

    public static Diagnostic NotAConfig(Location? at) =>
        Error(
            "HO0809",
            "this is no document of a machine config",
            at,
            "it wants 'apiVersion' and 'kind', or one of 'machine', 'cluster', 'debug', 'persist', 'version'"
        );

    public static Diagnostic MergeMismatch(string path, string left, string right, Location? at) =>
        Error(
            "HO0810",
            $"'{path}' is {left} in the config and {right} in the patch; Talos cannot merge the two",
            at,
            "remove the key in a patch before, with '$$patch: delete'"
        );

    private static Diagnostic Error(string code, string message, Location? at, string? hint = null) =>
        Diagnostic.Error(code, message, at, hint);

    private static Diagnostic Warning(string code, string message, Location? at, string? hint = null) =>
        Diagnostic.Warning(code, message, at, hint);
}
