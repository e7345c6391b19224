using System.Text.Json;
using HomeOps.Files;
using HomeOps.Makejinja;

namespace HomeOps.Conformance;

/// <summary>One tree of a corpus: renders a copy of its inputs and compares what is on disk then with its manifest.</summary>
internal static class RenderedTreeCase
{
    // The one bit of a mode that a checkout keeps.
    private const UnixFileMode RunBit = UnixFileMode.UserExecute;

    public static CaseResult Run(string tree, string kind)
    {
        var id = Path.GetFileName(tree);
        var copy = Directory.CreateTempSubdirectory("homeops-render-").FullName;
        try
        {
            CopyInputs(Path.Join(tree, "inputs"), copy);
            var difference = Compare(tree, copy);
            return difference.Length == 0 ? CaseResult.Pass(id, kind) : CaseResult.Fail(id, kind, difference);
        }
        catch (Exception crash)
        {
            return CaseResult.Fail(id, kind, $"crashed: {crash}");
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static string Compare(string tree, string copy)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Join(tree, "manifest.json")));
        var mustFail = manifest.RootElement.GetProperty("rc").GetInt32() != 0;
        var (output, findings) = Render(tree, copy);
        if (mustFail || findings.Count > 0)
        {
            return mustFail && findings.Count > 0
                ? ""
                : $"findings: {string.Join('\n', findings.DefaultIfEmpty("none"))}";
        }

        var inputs = Path.GetFullPath(output) == copy ? RelativeFiles(Path.Join(tree, "inputs")) : [];
        var actual = RelativeFiles(output).Except(inputs).ToHashSet(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateObject())
        {
            if (!actual.Remove(file.Name))
            {
                differences.Add($"{file.Name}: missing");
                continue;
            }

            var path = Path.Join(output, file.Name);
            if (
                !File.ReadAllBytes(path)
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Join(tree, "expected", file.Name)))
            )
            {
                differences.Add(
                    $"{file.Name}: other bytes\n{TextDifference(Path.Join(tree, "expected", file.Name), path)}"
                );
            }

            var mode = Convert.ToInt32(file.Value.GetProperty("mode").GetString()?[2..], 8);
            if ((new FileInfo(path).UnixFileMode & RunBit) != ((UnixFileMode)mode & RunBit))
            {
                differences.Add($"{file.Name}: other run bit");
            }
        }

        differences.AddRange(actual.Order(StringComparer.Ordinal).Select(static f => $"{f}: not expected"));
        return string.Join('\n', differences);
    }

    // Where the output is, and what was found; the validated data of a tree take the place of what its data files say.
    private static (string Output, List<string> Findings) Render(string tree, string copy)
    {
        var folder = new DiskTree(copy);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        var config = MakejinjaConfig.Load(folder, environment);
        if (config.HasErrors)
        {
            return (copy, [.. config.Diagnostics.Select(static d => d.ToString())]);
        }

        var plugin = MakejinjaProject.PluginFor(config.Options, folder);
        if (File.Exists(Path.Join(tree, "validated.json")))
        {
            var findings = new List<HomeOps.Text.Diagnostic>();
            var data = MakejinjaProject.ReadData(new DiskTree(tree), "validated.json", findings);
            plugin = plugin.WithData(data);
        }

        var rendered = MakejinjaProject.Render(config.Options, folder, environment, plugin);
        if (rendered.HasErrors)
        {
            return (copy, [.. rendered.Diagnostics.Select(static d => d.ToString())]);
        }

        var report = new RenderedTreeWriter(config.Options, copy).Write(rendered);
        return (
            Path.GetFullPath(Path.Join(copy, config.Options.Output)).TrimEnd('/'),
            [.. report.Diagnostics.Select(static d => d.ToString())]
        );
    }

    private static HashSet<string> RelativeFiles(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(
                    folder,
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }
                )
                .Select(f => Path.GetRelativePath(folder, f))
                .ToHashSet(StringComparer.Ordinal)
            : [];

    private static string TextDifference(string expected, string actual) =>
        Testing.LineDifference.Between(File.ReadAllText(expected), File.ReadAllText(actual));

    // A checkout drops empty folders; the trees have these two.
    private static void CopyInputs(string from, string to)
    {
        Directory.CreateDirectory(Path.Join(to, "in"));
        Directory.CreateDirectory(Path.Join(to, "in2"));
        foreach (var file in RelativeFiles(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(to, file)) ?? to);
            File.Copy(Path.Join(from, file), Path.Join(to, file));
        }
    }
}
