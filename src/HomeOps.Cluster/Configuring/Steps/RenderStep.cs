using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What was rendered, and from what.</summary>
/// <param name="Files">SECRET. The repository's files, secrets in plain text among them.</param>
/// <param name="Templates">The templates' name for the report.</param>
/// <param name="Origins">The template or copied file that each file comes from, as people are told.</param>
internal sealed record Rendering(MemoryTree Files, string Templates, IReadOnlyDictionary<string, string> Origins);

/// <summary>Renders the repository in memory: by its own makejinja project if it has one, else by the blueprint.</summary>
internal static class RenderStep
{
    public static Rendering? Run(
        LoadedInputs inputs,
        ClusterModel? model,
        IReadOnlyDictionary<string, string> environment,
        DiagnosticBag findings
    )
    {
        if (inputs.IsProject)
        {
            return ProjectRendering.Run(inputs, environment, findings);
        }

        if (model is null)
        {
            return null;
        }

        var tree = BlueprintRendering.Run(inputs, model);
        findings.AddRange(tree.Diagnostics);
        return new Rendering(
            tree.Files,
            $"blueprint {BlueprintTree.Version}",
            tree.Origins.ToDictionary(
                static o => o.Key,
                static o => "blueprint" + o.Value.Source.Path[BlueprintRendering.Folder.Length..],
                StringComparer.Ordinal
            )
        );
    }
}
