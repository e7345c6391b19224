using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>Findings of reading TOML and JSON, and of building values from YAML: HO0280 to HO0299.</summary>
internal static class DataDiagnostics
{
    public static Diagnostic Toml(Location at, string message) =>
        Diagnostic.Error("HO0280", $"the TOML is not valid: {message}", at);

    // The parser quotes what it reads, and data can be secret.
    public static Diagnostic TomlData(Location at) => Toml(at, "the text breaks off or goes on wrongly here");

    public static Diagnostic Json(Location at, string message) =>
        Diagnostic.Error("HO0281", $"the JSON is not valid: {message}", at);

    public static Diagnostic NotUtf8(string path) =>
        Diagnostic.Error("HO0282", $"'{path}' is not UTF-8 text", Location.OfFile(path), "save the file as UTF-8");

    public static Diagnostic DuplicateKey(Location at, string key) =>
        Diagnostic.Warning(
            "HO0283",
            $"the key '{key}' stands here twice; the last one counts",
            at,
            "remove the others"
        );

    public static Diagnostic UnhashableKey(Location at) =>
        Diagnostic.Error("HO0284", "a list or a mapping cannot be a key", at, "write a text or a number as key");

    public static Diagnostic BadScalar(Location at, string message, bool isTagged) =>
        Diagnostic.Error(
            "HO0285",
            message,
            at,
            isTagged ? "remove the tag (the word that begins with '!')" : "put it in quotes if it is meant as text"
        );

    public static Diagnostic UnknownTag(Location at, string tag) =>
        Diagnostic.Error("HO0286", $"the tag '{tag}' has no meaning in data", at, "remove the tag");

    public static Diagnostic BadMerge(Location at) =>
        Diagnostic.Error(
            "HO0287",
            "'<<' merges a mapping or a list of mappings, and this is neither",
            at,
            "refer to a mapping, as in '<<: *defaults'"
        );
}
