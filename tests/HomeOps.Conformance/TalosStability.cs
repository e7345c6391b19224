using HomeOps.Talos;
using HomeOps.Yaml;

namespace HomeOps.Conformance;

/// <summary>Generated configs, byte for byte: without options, and with the options of the test data plus its patch.</summary>
internal static class TalosStability
{
    public static IEnumerable<TalosCase> Cases(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .GetDirectories(folder)
                .Order(StringComparer.Ordinal)
                .SelectMany(static d => Directory.GetFiles(d, "*.yaml").Order(StringComparer.Ordinal))
                .Select(f => new TalosCase(
                    $"stability/{Path.GetRelativePath(folder, f)}",
                    "stability",
                    () => Check(folder, f)
                ))
            : [];

    private static string? Check(string folder, string file)
    {
        var (secrets, problems) = SecretsBundle.Read(TalosTexts.Load(Path.Join(folder, "secrets.yaml")));
        if (secrets is null)
        {
            return string.Join('\n', problems);
        }

        var version = Path.GetFileName(Path.GetDirectoryName(file)) ?? "";
        var input = new BaseInput
        {
            ClusterName = "base",
            Endpoint = "https://base:6443",
            KubernetesVersion = "1.28.0",
            TalosVersion = version + ".0",
            Secrets = secrets,
            IsControlPlane = file.EndsWith("-controlplane.yaml", StringComparison.Ordinal),
        };
        var overrides = Path.GetFileName(file).StartsWith("overrides-", StringComparison.Ordinal);
        var config = BaseConfig.Generate(overrides ? WithOverrides(input) : input);
        if (
            overrides
            && Patch(config, Path.Join(folder, version == "v1.14" ? "patch.yaml" : "patch-pre14.yaml")) is { } problem
        )
        {
            return problem;
        }

        return TalosTexts.Difference(File.ReadAllText(file), config.ToYaml(YamlProfile.Talos));
    }

    private static BaseInput WithOverrides(BaseInput input) =>
        input with
        {
            MachineSans = ["foo", "bar"],
            ApiServerSans = ["foo", "bar"],
            LocalApiServerPort = 5443,
            InstallDisk = "/dev/vda",
            KernelArgs = ["foo=bar", "bar=baz"],
            Sysctls = new Dictionary<string, string> { ["foo"] = "bar" },
            DnsDomain = "example.com",
            CustomCniUrl = "https://example.com/cni.yaml",
            RegistryMirrors = new Dictionary<string, IReadOnlyList<string>>
            {
                ["ghcr.io"] = ["https://ghcr.io.my-mirror.com"],
            },
            AllowSchedulingOnControlPlanes = true,
        };

    private static string? Patch(MachineConfig config, string path)
    {
        var (patch, problems) = ConfigPatch.Read(TalosTexts.Load(path));
        var findings = problems.Concat(patch?.ApplyTo(config) ?? []).ToList();
        return findings.Count == 0 ? null : string.Join('\n', findings);
    }
}
