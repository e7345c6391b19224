using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>
/// Looks at the repository as it will be: every YAML file can be read, what kustomizations name is there, and nothing that a
/// rule covers is in plain text.
/// </summary>
internal sealed class CheckStep
{
    private readonly MemoryTree files;
    private readonly FileTree disk;
    private readonly RepositoryView repository;
    private readonly DiagnosticBag findings;
    private readonly HashSet<string> gitSources = new(StringComparer.Ordinal);
    private readonly List<(SourceText Source, YamlMapping Manifest)> kustomizations = [];

    private CheckStep(MemoryTree files, FileTree disk, IReadOnlySet<string> removed, DiagnosticBag findings)
    {
        (this.files, this.disk, this.findings) = (files, disk, findings);
        repository = new RepositoryView(files, disk, removed);
    }

    /// <summary>Makes all checks.</summary>
    /// <param name="files">The files that are written, secrets encrypted.</param>
    /// <param name="disk">The folder as it is.</param>
    /// <param name="removed">Paths of the files that an earlier run made and this one removes.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Run(MemoryTree files, FileTree disk, IReadOnlySet<string> removed, DiagnosticBag findings)
    {
        var step = new CheckStep(files, disk, removed, findings);
        var references = new ReferenceCheck(step.repository, findings);
        foreach (var file in files.All)
        {
            if (IsYaml(file.Path))
            {
                step.CheckYaml(file, references);
            }
        }

        var rest = step.Rest();
        step.LookForNamesAlike(rest);
        step.FollowFlux(references);
        step.LookForPlainSecrets(rest);
    }

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal)
        || path.EndsWith(".yml", StringComparison.Ordinal)
        || TreePath.Name(path) == "Kustomization";

    private void CheckYaml(MemoryFile file, ReferenceCheck references)
    {
        var stream = YamlReader.Read(new SourceText(file.Path, file.Text));
        foreach (var finding in stream.Diagnostics)
        {
            findings.Add(CheckDiagnostics.NotYaml(finding));
        }

        var isKustomization = KustomizationReferences.FileNames.Contains(
            TreePath.Name(file.Path),
            StringComparer.Ordinal
        );
        foreach (var document in stream.Documents)
        {
            if (document.Root?.Resolved is not YamlMapping manifest)
            {
                continue;
            }

            if (FluxReferences.IsKustomization(manifest))
            {
                kustomizations.Add((stream.Source, manifest));
            }
            else if (isKustomization)
            {
                foreach (var reference in KustomizationReferences.Of(manifest))
                {
                    references.Follow(reference, TreePath.Folder(file.Path), stream.Source);
                }
            }

            if (
                manifest["kind"] is YamlScalar { Value: "GitRepository" }
                && manifest["metadata"] is YamlMapping metadata
                && metadata["name"] is YamlScalar name
            )
            {
                gitSources.Add(name.Value);
            }
        }
    }

    // A Git source with a manifest of its own is another repository; the repository itself is the source that Flux was started with.
    private void FollowFlux(ReferenceCheck references)
    {
        foreach (var (source, manifest) in kustomizations)
        {
            if (FluxReferences.GitSource(manifest) is not { } name || gitSources.Contains(name))
            {
                continue;
            }

            foreach (var (reference, folder) in FluxReferences.Of(manifest))
            {
                references.Follow(reference, folder, source);
            }
        }
    }

    // On the file systems of macOS and Windows such files are one, and a checkout there loses one of the two.
    private void LookForNamesAlike(List<string> rest)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.All)
        {
            if (!seen.TryAdd(file.Path, file.Path))
            {
                findings.Add(CheckDiagnostics.NamesAlike(file.Path, seen[file.Path]));
            }
        }

        foreach (var own in rest.Where(seen.ContainsKey))
        {
            findings.Add(CheckDiagnostics.NamesAlike(seen[own], own));
        }
    }

    // What was rendered is encrypted by now; a person's own files beside it may not be.
    private void LookForPlainSecrets(List<string> rest)
    {
        foreach (var path in rest.Where(p => SopsRules.IsNamedSecret(p) && !IsEncrypted(p)))
        {
            findings.Add(CheckDiagnostics.NotEncrypted(path));
        }
    }

    // A person's own files in the folders that files are written to.
    private List<string> Rest() =>
        [
            .. files
                .All.Where(static f => f.Path.Contains('/', StringComparison.Ordinal))
                .Select(static f => f.Path[..f.Path.IndexOf('/', StringComparison.Ordinal)])
                .Distinct(StringComparer.Ordinal)
                .SelectMany(repository.Rest)
                .Select(static f => f.Path),
        ];

    private bool IsEncrypted(string path)
    {
        try
        {
            var text = new SourceText(path, Encoding.UTF8.GetString(disk.Read(path)));
            return SopsFormat.For(path).Status(text).IsEncrypted;
        }
        catch (SopsException)
        {
            return false;
        }
    }
}
