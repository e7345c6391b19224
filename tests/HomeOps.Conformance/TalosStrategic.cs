using HomeOps.Talos;
using HomeOps.Yaml;

namespace HomeOps.Conformance;

/// <summary>left merged with right gives expected, as a config, whatever its layout.</summary>
internal static class TalosStrategic
{
    public static IEnumerable<TalosCase> Cases(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .GetDirectories(folder)
                .Order(StringComparer.Ordinal)
                .Select(static d => new TalosCase($"strategic/{Path.GetFileName(d)}", "strategic", () => Check(d)))
            : [];

    private static string? Check(string folder)
    {
        var (config, problems) = MachineConfig.Read(TalosTexts.Load(Path.Join(folder, "left.yaml")));
        var (patch, patchProblems) = ConfigPatch.Read(TalosTexts.Load(Path.Join(folder, "right.yaml")));
        if (problems.Count > 0 || patch is null)
        {
            return string.Join('\n', problems.Concat(patchProblems));
        }

        var applied = patch.ApplyTo(config);
        if (applied.Count > 0)
        {
            return string.Join('\n', applied);
        }

        var (expected, problem) = TalosTexts.Write(TalosTexts.Load(Path.Join(folder, "expected.yaml")));
        return expected is null ? problem : TalosTexts.Difference(expected, config.ToYaml(YamlProfile.Talos));
    }
}
