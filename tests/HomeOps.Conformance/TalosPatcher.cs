using System.Text.Json;
using HomeOps.Talos;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Conformance;

/// <summary>The patches of cases.json, applied in order. A case without expectation is refused strictly and warned of otherwise.</summary>
internal static class TalosPatcher
{
    public static IEnumerable<TalosCase> Cases(string folder)
    {
        var index = Path.Join(folder, "cases.json");
        if (!File.Exists(index))
        {
            yield break;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(index));
        foreach (var item in json.RootElement.EnumerateArray())
        {
            var id = item.GetProperty("id").GetString() ?? "";
            var config = Path.Join(folder, item.GetProperty("config").GetString());
            var patches = item.GetProperty("patches")
                .EnumerateArray()
                .Select(p => Path.Join(folder, p.GetString()))
                .ToArray();
            var expected = item.TryGetProperty("expected", out var e) ? Path.Join(folder, e.GetString()) : null;
            yield return new TalosCase(
                $"patcher/{id}",
                "patcher",
                () => expected is null ? CheckRefused(config, patches) : Check(config, patches, expected)
            );
        }
    }

    private static string? Check(string config, string[] patches, string expected)
    {
        var (text, findings) = Apply(config, patches, new PatchOptions { Strict = true });
        return text is null || findings.Count > 0
            ? string.Join('\n', findings)
            : TalosTexts.Difference(File.ReadAllText(expected), text);
    }

    private static string? CheckRefused(string config, string[] patches)
    {
        var (_, strict) = Apply(config, patches, new PatchOptions { Strict = true });
        var (text, lax) = Apply(config, patches, new PatchOptions());
        return !strict.Any(static d =>
                d.Severity == Severity.Error && d.Message.Contains("JSON6902", StringComparison.Ordinal)
            )
                ? "the strict option does not refuse it"
            : text is null || lax is not [{ Severity: Severity.Warning }]
                ? "without it, exactly one warning is expected"
            : !text.Contains("10.1.2.3/24", StringComparison.Ordinal) ? "the operation is not applied"
            : null;
    }

    private static (string? Text, IReadOnlyList<Diagnostic> Findings) Apply(
        string config,
        string[] patches,
        PatchOptions options
    )
    {
        var (target, problems) = MachineConfig.Read(TalosTexts.Load(config));
        var findings = new List<Diagnostic>(problems);
        foreach (var path in patches)
        {
            var (patch, unreadable) = ConfigPatch.Read(TalosTexts.Load(path));
            findings.AddRange(unreadable);
            findings.AddRange(patch?.ApplyTo(target, options) ?? []);
        }

        return (
            findings.Exists(static d => d.Severity == Severity.Error) ? null : target.ToYaml(YamlProfile.Talos),
            findings
        );
    }
}
