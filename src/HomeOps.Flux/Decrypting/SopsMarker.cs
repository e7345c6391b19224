using HomeOps.Sops;

namespace HomeOps.Flux;

/// <summary>By what kustomize-controller tells encrypted files (flux.md 2.4 a).</summary>
internal static class SopsMarker
{
    /// <summary>The format that a name's ending stands for; what has none of a text is binary.</summary>
    public static SopsFormat FormatOf(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal)
            ? SopsFormat.Yaml
        : name.EndsWith(".json", StringComparison.Ordinal)
        || name.EndsWith(".dockerconfigjson", StringComparison.Ordinal)
            ? SopsFormat.Json
        : name.EndsWith(".ini", StringComparison.Ordinal) ? SopsFormat.Ini
        : name.EndsWith(".env", StringComparison.Ordinal) ? SopsFormat.Dotenv
        : SopsFormat.Binary;

    /// <summary>Whether a text has the mark of an encrypted file of the format.</summary>
    public static bool IsIn(string text, SopsFormat format) =>
        text.Contains(
            format == SopsFormat.Yaml ? "mac: ENC["
                : format == SopsFormat.Dotenv ? "sops_mac=ENC["
                : format == SopsFormat.Ini ? "[sops]"
                : "\"mac\": \"ENC[",
            StringComparison.Ordinal
        );
}
