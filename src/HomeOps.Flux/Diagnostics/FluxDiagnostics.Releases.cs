using HomeOps.Text;

namespace HomeOps.Flux;

// Findings about HelmReleases and what they refer to.
internal static partial class FluxDiagnostics
{
    public static Diagnostic ChartOrReference(bool hasBoth, Location at) =>
        Error(
            "HO0929",
            hasBoth ? "the HelmRelease has both 'chart' and 'chartRef'" : "the HelmRelease has no chart",
            at,
            hasBoth ? "keep one of them" : "set spec.chartRef, or spec.chart"
        );

    public static Diagnostic NoSource(ObjectKey key, string? nearest, Location at) =>
        Error(
            "HO0930",
            $"{key} does not exist",
            at,
            nearest is null ? "add the source to the repository" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic NoKey(string name, ObjectKey key, string? nearest, Location at) =>
        Error(
            "HO0931",
            $"{key} has no '{name}'",
            at,
            nearest is null ? "name one of its keys with 'valuesKey'" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic NoValuesMap(string name, ObjectKey key, string reason, Location at) =>
        Error("HO0932", $"'{name}' of {key} holds no values: {reason}", at, "a map of values is needed");
}
