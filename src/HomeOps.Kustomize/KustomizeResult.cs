using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>What a build gave.</summary>
/// <param name="Resources">The objects in output order; none when the build failed (those that could be built, when Flux asks).</param>
/// <param name="Diagnostics">Warnings, and the error that ended the build if there is one (all errors, when Flux asks).</param>
public sealed record KustomizeResult(IReadOnlyList<KustomizeResource> Resources, DiagnosticBag Diagnostics)
{
    /// <summary>Whether the build failed.</summary>
    public bool HasErrors => Diagnostics.HasErrors;

    /// <summary>All objects as YAML, <c>---</c> between them: the bytes that kustomize prints.</summary>
    public string ToYaml()
    {
        var writer = new GoV2Writer();
        foreach (var resource in Resources)
        {
            resource.Write(writer);
        }

        return writer.ToString();
    }
}
