using System.Text.Json;
using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Testing;

namespace HomeOps.Conformance;

/// <summary><c>kustomize</c>: a folder with <c>cases/FILE/TEST/{case.json,input,expected.yaml}</c> and <c>emitter/NAME</c>.</summary>
internal sealed class KustomizeCorpus : ICorpus
{
    public string Name => "kustomize";

    public IEnumerable<CaseResult> Run(string path, string filter)
    {
        foreach (var file in Sorted(Path.Join(path, "cases"), "case.json"))
        {
            var folder = Path.GetDirectoryName(file) ?? "";
            var id = Path.GetRelativePath(path, folder);
            if (id.Contains(filter, StringComparison.Ordinal))
            {
                yield return RunCase(folder, id, file);
            }
        }

        foreach (var file in Sorted(Path.Join(path, "emitter"), "kustomization.yaml"))
        {
            var folder = Path.GetDirectoryName(file) ?? "";
            var id = Path.GetRelativePath(path, folder);
            if (id.Contains(filter, StringComparison.Ordinal))
            {
                var result = KustomizeBuild.Run(new DiskTree(folder), "");
                yield return Compare(id, "emitter", result, Path.Join(folder, "expected.yaml"));
            }
        }
    }

    private static CaseResult RunCase(string folder, string id, string file)
    {
        using var info = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = info.RootElement;
        var options = new KustomizeOptions
        {
            Order = root.GetProperty("reorder").GetString() == "legacy" ? KustomizeOrder.Legacy : KustomizeOrder.Fifo,
            IsRootOnly = root.GetProperty("loadRestrictions").GetString() == "LoadRestrictionsRootOnly",
        };
        var input = Path.Join(folder, "input");
        if (!Directory.Exists(input))
        {
            // A checkout drops empty folders.
            Directory.CreateDirectory(input = Directory.CreateTempSubdirectory("homeops-").FullName);
        }

        var result = KustomizeBuild.Run(
            new DiskTree(input),
            (root.GetProperty("path").GetString() ?? "").TrimStart('/'),
            options
        );
        var expected = Path.Join(folder, "expected.yaml");
        return File.Exists(expected) ? Compare(id, "cases", result, expected)
            : result.HasErrors ? CaseResult.Pass(id, "cases")
            : CaseResult.Fail(id, "cases", $"built, but kustomize fails: {root.GetProperty("error").GetString()}");
    }

    private static CaseResult Compare(string id, string kind, KustomizeResult result, string expected)
    {
        if (result.HasErrors)
        {
            return CaseResult.Fail(id, kind, string.Join('\n', result.Diagnostics.Select(static d => d.ToString())));
        }

        var actual = result.ToYaml();
        var wanted = File.ReadAllText(expected);
        return actual == wanted || (id == "emitter/strings" && HaveSameLines(actual, wanted))
            ? CaseResult.Pass(id, kind)
            : CaseResult.Fail(id, kind, LineDifference.Between(wanted, actual));
    }

    // The order of keys is no order for some sets ("01", "0b", "1"): real kustomize prints those differently on every run. Only
    // emitter/strings has such a set, so there every line must occur as often as expected.
    private static bool HaveSameLines(string actual, string wanted) =>
        actual
            .Split('\n')
            .Order(StringComparer.Ordinal)
            .SequenceEqual(wanted.Split('\n').Order(StringComparer.Ordinal));

    private static IEnumerable<string> Sorted(string folder, string name) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, name, SearchOption.AllDirectories)
                // Inputs have kustomizations of their own.
                .Where(f => !Path.GetRelativePath(folder, f).Split('/').SkipLast(1).Contains("input"))
                .Order(StringComparer.Ordinal)
            : [];
}
