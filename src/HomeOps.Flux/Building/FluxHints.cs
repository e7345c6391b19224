using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>What kustomize says of a build, with advice that fits what Flux lays over it (flux.md 2.3).</summary>
internal static class FluxHints
{
    private const string NoFile = "HO0704";
    private const string NoResource = "HO0705";
    private const string NoKind = "HO0742";

    /// <summary>The result with hints about Flux's own settings.</summary>
    /// <param name="built">The result.</param>
    /// <param name="overlay">What was laid over the folder.</param>
    /// <param name="isGenerated">Whether the folder has no kustomization of its own.</param>
    public static KustomizeResult Apply(KustomizeResult built, KustomizeOverlay overlay, bool isGenerated)
    {
        if (built.Diagnostics.Count == 0)
        {
            return built;
        }

        var all = new DiagnosticBag();
        all.AddRange(
            built.Diagnostics.Select(d => HintOf(d, overlay, isGenerated) is { } hint ? d with { Hint = hint } : d)
        );
        return built with { Diagnostics = all };
    }

    private static string? HintOf(Diagnostic finding, KustomizeOverlay overlay, bool isGenerated) =>
        finding.Code switch
        {
            NoFile or NoResource when overlay.Components.Any(c => c.At == finding.Location) =>
                "spec.components are relative to spec.path",
            NoKind when isGenerated =>
                "add a kustomization.yaml that lists what is to be applied, or name the file in .krmignore",
            _ => null,
        };
}
