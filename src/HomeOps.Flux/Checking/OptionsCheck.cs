using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Reports options that a tree gives no use for: most are misspelt.</summary>
public static class OptionsCheck
{
    /// <summary>The warnings, in the order of the options.</summary>
    public static IReadOnlyList<Diagnostic> Run(FluxCluster cluster, FluxOptions options)
    {
        var findings = new List<Diagnostic>();
        var secrets = cluster
            .Kustomizations.SelectMany(static b =>
                b.Kustomization.SubstituteFrom.Where(static r => r.Kind == "Secret")
                    .Select(r => (b.Kustomization.Namespace, r.Name))
            )
            .Concat(cluster.HelmReleases.SelectMany(SecretsOf))
            .ToList();
        foreach (var name in options.ClusterSecrets)
        {
            if (name.Split('/') is not ([{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }]))
            {
                findings.Add(FluxDiagnostics.NoNameOfSecret(name));
            }
            else if (!IsAmong(name, secrets))
            {
                findings.Add(FluxDiagnostics.ClusterSecretUnused(name, Nearest(name, secrets)));
            }
        }

        var sources = cluster
            .Kustomizations.Select(static b => b.Kustomization.Source)
            .OfType<SourceReference>()
            .Select(static s => (s.Namespace, s.Name))
            .Append((SourceResolution.Own.Namespace, SourceResolution.Own.Name))
            .ToList();
        foreach (var name in options.OwnSources.Where(name => !IsAmong(name, sources)))
        {
            findings.Add(FluxDiagnostics.SourceUnused(name, Nearest(name, sources)));
        }

        return findings;
    }

    private static IEnumerable<(string Namespace, string Name)> SecretsOf(HelmRelease release) =>
        SpecFields
            .Of(release.Object, [])
            .Children("valuesFrom")
            .Where(static e => e.Text("kind") == "Secret")
            .Select(e => (release.Namespace, e.Text("name")));

    private static bool IsAmong(string name, List<(string Namespace, string Name)> all) =>
        all.Exists(a => name == a.Name || name == $"{a.Namespace}/{a.Name}");

    private static string? Nearest(string name, List<(string Namespace, string Name)> all) =>
        Spelling.Nearest(
            name,
            name.Contains('/', StringComparison.Ordinal)
                ? all.Select(static a => $"{a.Namespace}/{a.Name}")
                : all.Select(static a => a.Name)
        );
}
