using HomeOps.Text;

namespace HomeOps.Flux;

// Findings about the fields of sources.
internal static partial class FluxDiagnostics
{
    public static Diagnostic BadScheme(string kind, string url, string[] schemes, Location at) =>
        Error(
            "HO1680",
            $"the URL of this {kind} does not begin with {string.Join(" or ", schemes.Select(static s => $"'{s}://'"))}",
            at,
            url.StartsWith("git@", StringComparison.Ordinal)
                ? $"write ssh://{url.Replace(':', '/')}"
                : "the API server refuses it"
        );

    public static Diagnostic NoDuration(string field, string text, Location at) =>
        Error(
            "HO1681",
            $"{field}: '{text}' is no length of time",
            at,
            "write numbers with units, such as 30s, 10m or 1h30m"
        );

    public static Diagnostic TypeAndScheme(bool isOci, Location at) =>
        Error(
            "HO1682",
            isOci
                ? "a HelmRepository with an 'oci://' URL needs 'type: oci'"
                : "a HelmRepository of type oci has an 'oci://' URL",
            at,
            isOci ? "set spec.type to oci, or use an OCIRepository" : "correct the URL, or remove the type"
        );
}
