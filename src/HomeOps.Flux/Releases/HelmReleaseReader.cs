using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Reads HelmReleases and checks what they refer to.</summary>
internal sealed class HelmReleaseReader(
    ObjectIndex index,
    IReadOnlyDictionary<ObjectKey, FluxSource> sources,
    FluxOptions options
)
{
    private static readonly string[] ChartKinds = ["HelmRepository", "GitRepository", "Bucket"];
    private static readonly string[] ArtifactKinds = ["OCIRepository", "HelmChart", "ExternalArtifact"];

    public HelmRelease Read(KustomizeResource o, FluxKustomization owner)
    {
        var findings = new DiagnosticBag();
        var own = new List<Diagnostic>();
        var spec = SpecFields.Of(o, own);
        spec.RequiredText("interval");
        spec.Duration("interval");
        spec.Duration("timeout");
        var release = new HelmRelease
        {
            Namespace = o.Namespace,
            Name = o.Name,
            At = o.At,
            Object = o,
            Kustomization = owner,
            IsSuspended = spec.Bool("suspend"),
            DependsOn = Dependency.ReadAll(spec, o.Namespace),
            Values = new ReleaseValues(index, options, own).Merge(o, spec),
        };
        release = release with { ShownValues = Shown(release, o, spec) };
        release = WithChart(release, spec, own);
        findings.AddRange(own);
        return release with { Diagnostics = findings.Ordered() };
    }

    private MapNode Shown(HelmRelease release, KustomizeResource o, SpecFields spec) =>
        spec.Has("valuesFrom")
            ? new ReleaseValues(index, options, []) { HidesSecrets = true }.Merge(o, spec)
            : release.Values;

    private HelmRelease WithChart(HelmRelease release, SpecFields spec, List<Diagnostic> own)
    {
        if (spec.Map is null)
        {
            return release;
        }

        var chart = spec.Child("chart").Child("spec");
        if (spec.Has("chart") == spec.Has("chartRef"))
        {
            own.Add(
                FluxDiagnostics.ChartOrReference(
                    spec.Has("chart"),
                    spec.Has("chart") ? spec.LocationOf("chart") : spec.At
                )
            );
            return release;
        }

        var source = spec.Has("chart")
            ? SourceReference.Read(chart, "sourceRef", release.Namespace)
            : SourceReference.Read(spec, "chartRef", release.Namespace);
        if (spec.Has("chart"))
        {
            chart.Require("sourceRef");
            release = release with { Chart = chart.RequiredText("chart"), Version = chart.Text("version") };
        }

        if (source is null)
        {
            return release;
        }

        var kinds = spec.Has("chart") ? ChartKinds : ArtifactKinds;
        if (source.Kind.Length > 0 && !kinds.Contains(source.Kind))
        {
            own.Add(FluxDiagnostics.UnknownSourceKind(source.Kind, kinds, source.KindAt));
        }
        else if (!sources.TryGetValue(source.Key, out var found))
        {
            own.Add(
                index.Unbuilt.Find(source.Key) is { } unbuilt
                    ? FluxDiagnostics.NotBuilt(source.Key, unbuilt.Owner.Id, source.At)
                    : FluxDiagnostics.NoSource(source.Key, Nearest(source), source.At)
            );
        }
        else if (spec.Has("chartRef"))
        {
            release = release with
            {
                Chart = found.Chart.Length > 0 ? found.Chart : Files.TreePath.Name(found.Url),
                Version = found.Version,
            };
        }

        return release with
        {
            Source = source,
        };
    }

    private string? Nearest(SourceReference source)
    {
        var same = sources.Keys.Where(k => k.Kind == source.Kind).Order().ToList();
        return same.Exists(k => k.Name == source.Name)
            ? same.First(k => k.Name == source.Name).ToString()
            : Spelling.Nearest(source.Name, same.Select(static k => k.Name));
    }
}
