using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Findings about the rendered repository.</summary>
internal static class CheckDiagnostics
{
    public static Diagnostic MissingReference(string what, string path, string target, Location place) =>
        Diagnostic.Error(
            "HO1402",
            $"{what} names '{path}', and there is no {target}",
            place,
            "correct the path, or add what it names"
        );

    public static Diagnostic NotEncrypted(string path) =>
        Diagnostic.Error(
            "HO1403",
            $"'{path}' holds secrets in plain text",
            Location.OfFile(path),
            $"encrypt it with `homeops secrets encrypt --in-place {path}`"
        );

    public static Diagnostic NoRule(string path) =>
        Diagnostic.Error(
            "HO1404",
            $"no creation rule of .sops.yaml covers '{path}'",
            Location.OfFile(path),
            "add a rule whose path_regex matches it; its name says that it is encrypted"
        );

    public static Diagnostic LeavesRepository(string what, string path, Location place) =>
        Diagnostic.Error(
            "HO1405",
            $"{what} names '{path}', which is outside the repository",
            place,
            "Flux sees the repository only; move the file into it"
        );

    public static Diagnostic NoKustomization(string what, string path, Location place) =>
        Diagnostic.Error(
            "HO1406",
            $"{what} names the folder '{path}', which has no kustomization.yaml",
            place,
            "add a kustomization.yaml to the folder, or name its files one by one"
        );

    public static Diagnostic NamesAlike(string path, string other) =>
        Diagnostic.Warning(
            "HO1407",
            $"'{path}' and '{other}' differ in upper and lower case only",
            Location.OfFile(path),
            "rename one of the templates: on macOS and Windows the two are one file"
        );

    public static Diagnostic NotYaml(Diagnostic finding) =>
        finding with
        {
            Code = "HO1401",
            Message = $"the rendered file is not YAML: {finding.Message}",
        };
}
