using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Says of every Kustomization, ResourceSet and HelmRelease whether Flux would apply it, and looks at all objects together for what no build notices.
/// No finding holds the value of a Secret, also when the tree was built with keys.
/// </summary>
public sealed class FluxTest
{
    private static readonly IClusterRule[] Rules =
    [
        new SourcesExist(),
        new NamespacesAreSet(),
        new ObjectsAreApart(),
        new VariablesAreSubstituted(),
        new HostnamesAreServed(),
    ];

    private readonly FluxCluster cluster;
    private readonly RuleFindings found = new();
    private readonly Dictionary<ObjectKey, SkipReason> notApplied = [];
    private readonly Dictionary<ObjectKey, SkipReason?> why = [];

    private FluxTest(FluxCluster cluster) => this.cluster = cluster;

    /// <summary>Tests a tree.</summary>
    public static FluxTestReport Run(FluxCluster cluster) => new FluxTest(cluster).Run();

    private FluxTestReport Run()
    {
        var objects = new AppliedObjects(cluster);
        foreach (var rule in Rules)
        {
            rule.Check(objects, found);
        }

        var parents = cluster.Kustomizations.ToDictionary(static b => b.Kustomization.Key);
        var rows = new SortedDictionary<ObjectKey, TestRow>(KustomizationsFirst.Order);
        foreach (var build in cluster.Kustomizations)
        {
            rows[build.Kustomization.Key] = RowOf(build, parents);
        }

        foreach (var set in cluster.ResourceSets)
        {
            var skipped =
                set.Status == BuildStatus.Skipped
                    ? SkipReason.Of(set.Reason)
                    : WhyNotApplied(set.Kustomization, parents);
            var key = ObjectKey.Of(set.Object);
            rows[key] = Judge(key, set.At, set.Diagnostics, skipped);
        }

        foreach (var release in cluster.HelmReleases)
        {
            rows[release.Key] = RowOf(release, parents);
        }

        AddUnbuilt(rows);
        return new SecretTexts(objects).Hide(new FluxTestReport([.. rows.Values], cluster.OwnFindings));
    }

    private TestRow RowOf(KustomizationBuild build, Dictionary<ObjectKey, KustomizationBuild> parents)
    {
        var ks = build.Kustomization;
        var skipped =
            build.Status == BuildStatus.Skipped ? SkipReason.Of(build.Reason) : WhyNotApplied(build.Parent, parents);
        return Judge(ks.Key, ks.At, build.Diagnostics, skipped);
    }

    private TestRow RowOf(HelmRelease release, Dictionary<ObjectKey, KustomizationBuild> parents)
    {
        var skipped = release.IsSuspended
            ? SkipReason.Of(FluxDiagnostics.Suspended(release.Key, release.At))
            : WhyNotApplied(release.Kustomization, parents);
        return Judge(release.Key, release.At, release.Diagnostics, skipped);
    }

    // What is wrong with the object itself comes first: it stays wrong when the parent is repaired.
    private TestRow Judge(ObjectKey key, Location at, IReadOnlyList<Diagnostic> own, SkipReason? skipped)
    {
        var all = new DiagnosticBag();
        all.AddRange(own.Where(d => !found.Replaces(key, d)));
        all.AddRange(found.Of(key));
        var error = all.FirstOrDefault(static d => d.Severity == Severity.Error);
        if (error is null && skipped is not null)
        {
            all.AddRange(skipped.All);
        }

        return new TestRow
        {
            Key = key,
            At = at,
            Verdict =
                error is not null ? TestVerdict.Fail
                : skipped is not null ? TestVerdict.Skip
                : TestVerdict.Pass,
            Reason = error ?? skipped?.Said,
            Diagnostics = all.Ordered(),
        };
    }

    // The nearest Kustomization above that Flux does not apply, as the reason to say nothing of what is below. Chains may be thousands
    // long, so what was found out is kept.
    private SkipReason? WhyNotApplied(FluxKustomization? parent, Dictionary<ObjectKey, KustomizationBuild> parents)
    {
        SkipReason? reason = null;
        var path = new List<ObjectKey>();
        for (var level = parent; level is not null; level = parents[level.Key].Parent)
        {
            if (why.TryGetValue(level.Key, out reason) || !parents.TryGetValue(level.Key, out var build))
            {
                break;
            }

            path.Add(level.Key);
            if (build.Status != BuildStatus.Built)
            {
                reason = NotApplied(level, build.Reason);
                break;
            }

            if (found.Of(level.Key).FirstOrDefault(static d => d.Code == NamespacesAreSet.Code) is { } refused)
            {
                reason = NotApplied(level, refused);
                break;
            }
        }

        path.ForEach(k => why[k] = reason);
        return reason;
    }

    private SkipReason NotApplied(FluxKustomization owner, Diagnostic? reason)
    {
        if (!notApplied.TryGetValue(owner.Key, out var finding))
        {
            var said = FluxDiagnostics.NotApplied(owner.Key, owner.IsSuspended, reason, owner.At);
            var isFailure = !owner.IsSuspended && reason?.Severity == Severity.Error;
            notApplied[owner.Key] = finding = new SkipReason(said, isFailure ? reason : null);
        }

        return finding;
    }

    // What could not even be read from its parent is listed too: a row that is missing looks like a deletion.
    private void AddUnbuilt(SortedDictionary<ObjectKey, TestRow> rows)
    {
        var known = rows.Keys.ToLookup(static k => (k.Kind, k.Name));
        foreach (var unbuilt in cluster.Index.Unbuilt.All)
        {
            var o = unbuilt.Object;
            var isRow =
                FluxKind.IsKustomization(o) && o.Root.Map("spec")?["sourceRef"] is not null
                || FluxKind.IsHelmRelease(o) && o.Root.Map("spec")?["interval"] is not null;
            var key = new ObjectKey(o.Kind, unbuilt.Namespace, o.Name);
            if (!isRow || rows.ContainsKey(key) || known[(key.Kind, key.Name)].Any(unbuilt.MayBe))
            {
                continue;
            }

            var reason = NotApplied(unbuilt.Owner, unbuilt.Reason);
            rows[key] = new TestRow
            {
                Key = key,
                At = o.At,
                Verdict = TestVerdict.Skip,
                Reason = reason.Said,
                Diagnostics = [.. reason.All],
            };
        }
    }
}
