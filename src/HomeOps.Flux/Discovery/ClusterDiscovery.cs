using System.Text;
using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Builds what can be built, reads further Kustomizations out of it, and repeats until nothing new comes. A Kustomization waits for the
/// values and the source it refers to; when all wait, those go on that nothing can help.
/// </summary>
internal sealed class ClusterDiscovery
{
    // What a Kustomization applies may be Kustomizations with other names that apply the same again.
    private const int MaxDepth = 100;

    private readonly FileTree tree;
    private readonly FluxOptions options;
    private readonly SubstitutedSecrets secrets = new();
    private readonly ObjectIndex index;
    private readonly SourceResolution sources;
    private readonly KustomizationBuilder builder;
    private readonly VariableLookup lookup;
    private readonly Dictionary<ObjectKey, KustomizationBuild> builds = [];
    private readonly Dictionary<ObjectKey, FluxKustomization> known = [];
    private readonly Dictionary<ObjectKey, int> depths = [];
    private readonly Dictionary<ObjectKey, FluxKustomization?> appliers = [];
    private readonly DiagnosticBag findings = new();
    private readonly IgnorePatterns? ignore;
    private readonly ResourceSetQueue resourceSets;
    private List<PendingKustomization> pending = [];

    public ClusterDiscovery(FileTree tree, FluxOptions options)
    {
        (this.tree, this.options) = (tree, options);
        index = new ObjectIndex(new UnbuiltObjects(tree));
        sources = new SourceResolution(index, options);
        builder = new KustomizationBuilder(tree, options, secrets, Ignores);
        lookup = new VariableLookup(options, secrets);
        resourceSets = new ResourceSetQueue(index);
        ignore =
            options.Ignore
            ?? (
                tree.TryRead(".krmignore") is { } patterns
                    ? new IgnorePatterns(Encoding.UTF8.GetString(patterns))
                    : null
            );
    }

    public FluxCluster Run(string entry)
    {
        if (EntryKustomization.Make(tree, entry, Ignores) is not { } root)
        {
            findings.Add(FluxDiagnostics.NoEntry(entry));
            return Result();
        }

        pending.Add(new PendingKustomization(root, null));
        BuildPending();
        if (options.Orphans != OrphanTreatment.Ignored)
        {
            AddOrphans();
            BuildPending();
        }

        if (
            known.Count == 0
            && resourceSets.Done.Count == 0
            && builds.Values.All(static b => b.Status == BuildStatus.Built)
        )
        {
            NothingFound(entry, root.Key);
        }

        return Result();
    }

    // It is the entry that is wrong, so that has no row that passes.
    private void NothingFound(string entry, ObjectKey root)
    {
        var finding = FluxDiagnostics.NothingFound(entry);
        if (builds.TryGetValue(root, out var build))
        {
            builds[root] = build.With([finding]);
        }
        else
        {
            findings.Add(finding);
        }
    }

    private void BuildPending()
    {
        while (pending.Count > 0 || RenderResourceSets(RenderStage.Last))
        {
            var ready = pending.FindAll(IsReady);
            if (ready.Count == 0 && RenderResourceSets(RenderStage.Stuck))
            {
                continue;
            }

            ready = ready.Count > 0 ? ready : Unblocked();
            var chosen = ready.ToHashSet();
            pending = pending.FindAll(p => !chosen.Contains(p));
            foreach (var build in BuildAll(ready))
            {
                Absorb(build);
            }

            while (RenderResourceSets(RenderStage.Ready)) { }
        }
    }

    private bool RenderResourceSets(RenderStage stage) =>
        resourceSets.Render(
            stage,
            findings,
            (o, owner) =>
            {
                index.Add(o);
                if (FluxKind.IsKustomization(o))
                {
                    Found(o, owner);
                }
            }
        );

    private bool Ignores(FileEntry entry) => ignore?.Matches(entry.Path, entry.Kind == EntryKind.Folder) == true;

    private void AddOrphans()
    {
        foreach (var o in new OrphanSearch(tree, Ignores).Run(builds.Values))
        {
            findings.Add(FluxDiagnostics.Orphan(o.Name, o.At.Path, o.At));
            if (options.Orphans == OrphanTreatment.Built)
            {
                Found(o, null);
            }
        }
    }

    private FluxCluster Result() =>
        new ClusterAssembly(index, sources, secrets, options).Assemble(
            [
                .. builds
                    .Values.OrderBy(static b => b.Kustomization.Namespace, StringComparer.Ordinal)
                    .ThenBy(static b => b.Kustomization.Name, StringComparer.Ordinal),
            ],
            resourceSets.Done,
            findings
        );

    private bool IsReady(PendingKustomization p) => WaitsFor(p).Count == 0;

    /// <summary>What a Kustomization refers to and nothing has made yet.</summary>
    private List<ObjectKey> WaitsFor(PendingKustomization p)
    {
        var result = new List<ObjectKey>();
        var ks = p.Kustomization;
        if (ks.Source is { } source && sources.Judge(ks) == SourceVerdict.Unknown)
        {
            result.Add(source.Key);
        }

        foreach (var reference in ks.SubstituteFrom)
        {
            var key = new ObjectKey(reference.Kind, ks.Namespace, reference.Name);
            if (index.Find(key) is null)
            {
                result.Add(key);
            }
        }

        return result;
    }

    // When all wait: first those that make what they wait for themselves, then those that wait for what none of the others makes.
    private List<PendingKustomization> Unblocked()
    {
        ForEach(pending, p => p.Accumulated ??= builder.Accumulate(p.Kustomization));
        var waits = pending.ConvertAll(p => (Pending: p, For: WaitsFor(p)));
        var own = waits.FindAll(static w => w.For.TrueForAll(key => w.Pending.FindOwn(key) is not null));
        if (own.Count == 0)
        {
            var made = pending.SelectMany(static p => p.Accumulated?.Resources ?? []).Select(ObjectKey.Of).ToHashSet();
            own = waits.FindAll(w => !w.For.Exists(made.Contains));
        }

        return own.Count > 0 ? own.ConvertAll(static w => w.Pending) : [.. pending];
    }

    private KustomizationBuild[] BuildAll(List<PendingKustomization> ready)
    {
        var built = new KustomizationBuild[ready.Count];
        ForEach(ready, (p, i) => built[i] = Build(p));
        return built;
    }

    private void ForEach(List<PendingKustomization> all, Action<PendingKustomization> action) =>
        ForEach(all, (p, _) => action(p));

    private void ForEach(List<PendingKustomization> all, Action<PendingKustomization, int> action)
    {
        if (all.Count == 1 || options.Parallelism == 1)
        {
            for (var i = 0; i < all.Count; i++)
            {
                action(all[i], i);
            }

            return;
        }

        var limit = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism > 0 ? options.Parallelism : -1 };
        Parallel.For(0, all.Count, limit, i => action(all[i], i));
    }

    private KustomizationBuild Build(PendingKustomization p)
    {
        var ks = p.Kustomization;
        var own = new DiagnosticBag();
        own.AddRange(p.Findings);
        if (Skip(ks) is { } reason)
        {
            own.Add(reason);
            return new KustomizationBuild
            {
                Kustomization = ks,
                Parent = p.Parent,
                Status = BuildStatus.Skipped,
                Reason = reason,
                Diagnostics = own.Ordered(),
            };
        }

        var accumulated = p.Accumulated ?? builder.Accumulate(ks);
        own.AddRange(accumulated.Diagnostics);
        var found = new List<Diagnostic>();
        var variables = lookup.Collect(
            ks,
            key => index.Find(key) ?? builder.Decrypted(ks, p.FindOwn(key), found),
            index,
            found
        );
        var objects = builder.Finish(ks, accumulated, variables, found);
        own.AddRange(found);
        var error = own.FirstOrDefault(static d => d.Severity == Severity.Error);
        return new KustomizationBuild
        {
            Kustomization = ks,
            Parent = p.Parent,
            Status = error is null ? BuildStatus.Built : BuildStatus.Failed,
            Reason = error,
            Objects = objects,
            Variables = variables.All,
            IsSubstituted = builder.Substitutes(ks, variables),
            Broken = [.. accumulated.Diagnostics.Where(static d => d.Severity == Severity.Error)],
            Diagnostics = own.Ordered(),
        };
    }

    private Diagnostic? Skip(FluxKustomization ks) =>
        ks.IsSuspended ? FluxDiagnostics.Suspended(ks.Key, ks.At)
        : ks.Source is { } source && sources.Judge(ks) == SourceVerdict.Elsewhere
            ? FluxDiagnostics.ExternalSource(source, sources.UrlOf(source))
        : null;

    private void Absorb(KustomizationBuild build)
    {
        if (build.Kustomization.Object is null && FindOwn(build) is { } own)
        {
            // What bootstrapping committed stands in the entry itself (gotk-sync.yaml): its patches and settings count.
            Found(own, null);
            return;
        }

        builds[build.Kustomization.Key] = build;
        NoteUnbuilt(build);
        foreach (var o in build.Objects)
        {
            index.Add(o);
            resourceSets.Add(o, build.Kustomization, findings);
            if (FluxKind.IsKustomization(o) && ObjectKey.Of(o) != build.Kustomization.Key)
            {
                Found(o, build.Kustomization);
            }
        }
    }

    // What is lost for others when a Kustomization is suspended, or when a part of it cannot be built.
    private void NoteUnbuilt(KustomizationBuild build)
    {
        var ks = build.Kustomization;
        if (ks.IsSuspended && build.Reason is { } reason && sources.Judge(ks) != SourceVerdict.Elsewhere)
        {
            index.Unbuilt.Add(ks, reason, builder.Accumulate(ks).Resources);
        }

        foreach (var mistake in build.Broken)
        {
            var folder = TreePath.Folder(mistake.Location?.Path ?? "");
            if (build.Objects.Count == 0)
            {
                folder = ks.Folder ?? "";
            }

            if (folder.Length > 0 && $"{folder}/".StartsWith($"{ks.Folder}/", StringComparison.Ordinal))
            {
                index.Unbuilt.AddFolder(ks, mistake, folder);
            }
        }
    }

    // The Kustomization of the entry's name and folder among the entry's objects.
    private static KustomizeResource? FindOwn(KustomizationBuild entry) =>
        entry.Objects.FirstOrDefault(o =>
            FluxKind.IsKustomization(o)
            && ObjectKey.Of(o) == entry.Kustomization.Key
            && KustomizationReader.Read(o, []).Folder == entry.Kustomization.Folder
        );

    private void Found(KustomizeResource o, FluxKustomization? parent)
    {
        var own = new List<Diagnostic>();
        var ks = KustomizationReader.Read(o, own);
        if (!known.TryAdd(ks.Key, ks))
        {
            var first = known[ks.Key].At;
            findings.Add(
                first.ToString() == ks.At.ToString()
                    ? FluxDiagnostics.AppliedByTwo(ks.Key, appliers.GetValueOrDefault(ks.Key), parent, ks.At)
                    : FluxDiagnostics.Twice(ks.Key, first, ks.At)
            );
            return;
        }

        appliers[ks.Key] = parent;

        var depth = parent is null ? 0 : depths.GetValueOrDefault(parent.Key) + 1;
        depths[ks.Key] = depth;
        if (depth > MaxDepth || known.Count > options.MostKustomizations)
        {
            findings.Add(
                depth > MaxDepth
                    ? FluxDiagnostics.TooDeep(ks.Key, MaxDepth, ks.At)
                    : FluxDiagnostics.TooMany(options.MostKustomizations, ks.At)
            );
            return;
        }

        var found = new PendingKustomization(ks, parent);
        found.Findings.AddRange(own);
        pending.Add(found);
    }
}
