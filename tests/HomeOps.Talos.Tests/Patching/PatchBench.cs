using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Tests.Patching;

/// <summary>Applies patches to configs given as texts.</summary>
internal static class PatchBench
{
    public static string Apply(string config, params string[] patches)
    {
        var (target, problems) = MachineConfig.Read(new SourceText("config.yaml", config));
        Assert.Empty(problems);
        foreach (var text in patches)
        {
            var (patch, unreadable) = ConfigPatch.Read(new SourceText("patch.yaml", text));
            Assert.Empty(unreadable);
            Assert.Empty(patch?.ApplyTo(target) ?? []);
        }

        return target.ToYaml(YamlProfile.Talos);
    }

    /// <summary>The findings of a patch, unreadable or not applicable.</summary>
    public static IReadOnlyList<Diagnostic> Findings(string config, string text, PatchOptions? options = null)
    {
        var (target, problems) = MachineConfig.Read(new SourceText("config.yaml", config));
        Assert.Empty(problems);
        var (patch, unreadable) = ConfigPatch.Read(new SourceText("patch.yaml", text));
        return [.. unreadable, .. patch?.ApplyTo(target, options) ?? []];
    }
}
