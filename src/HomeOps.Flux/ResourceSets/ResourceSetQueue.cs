using HomeOps.Helm.Templates;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// The ResourceSets that discovery found and did not render yet. One waits for the providers it names; one that selects providers by their
/// labels waits until everything else waits too, and is rendered again when one of them comes later still.
/// </summary>
internal sealed class ResourceSetQueue
{
    // What ResourceSets make may be ResourceSets.
    private const int MaxDepth = 8;

    // What a ResourceSet makes may be providers that it selects itself.
    private const int MaxRenderings = 50;
    private const long MaxSteps = 5_000_000;
    private const long MaxLength = 64L << 20;

    private readonly ObjectIndex index;
    private readonly ResourceSetRenderer renderer;
    private readonly Dictionary<ObjectKey, InputProvider> providers = [];
    private readonly HashSet<ObjectKey> known = [];
    private readonly Dictionary<ObjectKey, Rendered> done = [];
    private List<Waiting> waiting = [];

    public ResourceSetQueue(ObjectIndex index)
    {
        this.index = index;
        renderer = new ResourceSetRenderer(new TemplateBudget(MaxSteps, MaxLength), new MadeObjects());
    }

    private sealed record Waiting(ResourceSet Set, FluxKustomization Owner, int Depth, List<Diagnostic> Findings);

    private sealed record Rendered(Waiting Waited, ResourceSetBuild Build, HashSet<ObjectKey> Providers, int Times);

    /// <summary>What was rendered, ordered by namespace and name.</summary>
    public IReadOnlyList<ResourceSetBuild> Done =>
        [
            .. done
                .Values.Select(static r => r.Build)
                .OrderBy(static b => b.Namespace, StringComparer.Ordinal)
                .ThenBy(static b => b.Name, StringComparer.Ordinal),
        ];

    /// <summary>Takes a ResourceSet or a provider of inputs; other objects are passed over.</summary>
    /// <param name="o">The object.</param>
    /// <param name="owner">The Kustomization that applies it.</param>
    /// <param name="findings">Gets what is wrong with providers.</param>
    public void Add(KustomizeResource o, FluxKustomization owner, DiagnosticBag findings) => Add(o, owner, 0, findings);

    /// <summary>Renders all that can be; what they make is given to <paramref name="found"/>.</summary>
    /// <param name="stage">How far discovery is.</param>
    /// <param name="findings">Gets what is wrong with providers.</param>
    /// <param name="found">Gets each object, and the Kustomization it belongs to.</param>
    /// <returns>Whether anything was rendered.</returns>
    public bool Render(RenderStage stage, DiagnosticBag findings, Action<KustomizeResource, FluxKustomization> found)
    {
        var all = waiting.ToLookup(w => IsReady(w.Set, stage));
        var ready = all[true].ToList();
        waiting = [.. all[false]];
        if (ready.Count == 0 && stage == RenderStage.Last)
        {
            ready = [.. done.Values.Where(HasMoreProviders).Select(static r => r.Waited)];
        }

        foreach (var one in ready)
        {
            // What an earlier rendering made was found then.
            var before = done.TryGetValue(one.Set.Key, out var earlier)
                ? earlier.Build.Objects.Select(ObjectKey.Of).ToHashSet()
                : [];
            var rendered = Render(one, (earlier?.Times ?? 0) + 1);
            done[one.Set.Key] = rendered;
            foreach (var o in rendered.Build.Objects.Where(o => !before.Contains(ObjectKey.Of(o))))
            {
                found(o, one.Owner);
                Add(o, one.Owner, one.Depth + 1, findings);
            }
        }

        return ready.Count > 0;
    }

    private bool HasMoreProviders(Rendered r) =>
        r.Times <= MaxRenderings
        && r.Waited.Set.InputsFrom.Any(static i => i.Selector is not null)
        && Providers(r.Waited.Set, []).Exists(p => !r.Providers.Contains(p.Provider.Key));

    private void Add(KustomizeResource o, FluxKustomization owner, int depth, DiagnosticBag findings)
    {
        if (!FluxKind.IsResourceSet(o))
        {
            return;
        }

        var own = new List<Diagnostic>();
        if (o.Kind == InputProvider.Kind)
        {
            providers.TryAdd(ObjectKey.Of(o), InputProvider.Read(o, own));
            findings.AddRange(own);
        }
        else if (known.Add(ObjectKey.Of(o)))
        {
            waiting.Add(new Waiting(ResourceSetReader.Read(o, own), owner, depth, own));
        }
        else
        {
            findings.Add(FluxDiagnostics.Twice(ObjectKey.Of(o), FirstAt(ObjectKey.Of(o)), o.At));
        }
    }

    private Location FirstAt(ObjectKey key) =>
        (waiting.Find(w => w.Set.Key == key)?.Set.Object ?? done.GetValueOrDefault(key)?.Waited.Set.Object)?.At
        ?? Location.OfFile("");

    private bool IsReady(ResourceSet set, RenderStage stage) =>
        stage == RenderStage.Last
        || set.InputsFrom.All(r =>
            r.Selector is null
                ? providers.ContainsKey(new ObjectKey(InputProvider.Kind, set.Key.Namespace, r.Name))
                : stage == RenderStage.Stuck
        );

    private Rendered Render(Waiting waited, int times)
    {
        // Another rendering begins with what was wrong with the object itself.
        var one = waited with
        {
            Findings = [.. waited.Findings],
        };
        var used = one.Set.IsDisabled ? [] : Providers(one.Set, one.Findings);
        if (times > MaxRenderings)
        {
            one.Findings.Add(
                FluxDiagnostics.TooMuch("what it makes are providers that it selects itself", one.Set.Object.At)
            );
        }

        var build = times > MaxRenderings ? Ended(one) : Render(one, used);
        return new Rendered(waited, build, [.. used.Select(static p => p.Provider.Key)], times);
    }

    private ResourceSetBuild Render(Waiting one, List<(InputProvider Provider, Location At)> used)
    {
        var (set, findings) = (one.Set, one.Findings);
        if (set.IsDisabled)
        {
            return Ended(one, skipped: FluxDiagnostics.SwitchedOff(set.Key, set.Object.At));
        }

        if (one.Depth > MaxDepth)
        {
            findings.Add(
                FluxDiagnostics.TooMuch($"ResourceSets make each other more than {MaxDepth} levels deep", set.Object.At)
            );
            return Ended(one);
        }

        foreach (var (provider, at) in used.Where(static p => p.Provider.Inputs() is null))
        {
            return Ended(one, skipped: FluxDiagnostics.InputsElsewhere(provider, at));
        }

        if (InputSets.Combine(set, used.Select(static p => p.Provider)) is not { } inputs)
        {
            findings.Add(
                FluxDiagnostics.TooMuch(
                    $"its inputs have more than {InputSets.MaxPermutations} permutations",
                    set.Object.At
                )
            );
            return Ended(one);
        }

        // Providers that give nothing leave nothing to make; a ResourceSet without any inputs is rendered once.
        var objects =
            findings.Exists(static d => d.Severity == Severity.Error) || (set.InputsFrom.Count > 0 && inputs.Count == 0)
                ? []
                : renderer.Render(set, inputs, findings);
        if (objects.Find(o => ObjectKey.Of(o) == set.Key && FluxKind.IsResourceSet(o)) is { } itself)
        {
            findings.Add(FluxDiagnostics.MakesItself(set.Key, itself.At));
            objects.Remove(itself);
        }

        new CopiedValues(index).Fill(objects, findings);
        return Ended(one) with { Objects = objects, InputSets = inputs.Count };
    }

    private List<(InputProvider Provider, Location At)> Providers(ResourceSet set, List<Diagnostic> findings)
    {
        var used = new Dictionary<ObjectKey, (InputProvider, Location)>();
        foreach (var reference in set.InputsFrom)
        {
            var key = new ObjectKey(InputProvider.Kind, set.Key.Namespace, reference.Name);
            if (reference.Selector is { } selector)
            {
                foreach (
                    var provider in providers.Values.Where(p =>
                        p.Key.Namespace == set.Key.Namespace && selector.Matches(p.Object)
                    )
                )
                {
                    used.TryAdd(provider.Key, (provider, reference.At));
                }
            }
            else if (providers.TryGetValue(key, out var named))
            {
                used.TryAdd(key, (named, reference.At));
            }
            else
            {
                var names = providers.Keys.Where(k => k.Namespace == key.Namespace).Order().Select(static k => k.Name);
                var nearest = Spelling.Nearest(key.Name, names);
                findings.Add(FluxDiagnostics.NoProvider(key.Name, key.Namespace, nearest, reference.At));
            }
        }

        return [.. used.Values];
    }

    private static ResourceSetBuild Ended(Waiting one, Diagnostic? skipped = null)
    {
        var all = new DiagnosticBag();
        all.AddRange(one.Findings);
        if (skipped is not null)
        {
            all.Add(skipped);
        }

        var error = all.FirstOrDefault(static d => d.Severity == Severity.Error);
        return new ResourceSetBuild
        {
            Namespace = one.Set.Key.Namespace,
            Name = one.Set.Key.Name,
            At = one.Set.Object.At,
            Object = one.Set.Object,
            Kustomization = one.Owner,
            Status =
                error is not null ? BuildStatus.Failed
                : skipped is not null ? BuildStatus.Skipped
                : BuildStatus.Built,
            Reason = error ?? skipped,
            Diagnostics = all.Ordered(),
            Spec = one.Set,
        };
    }
}

/// <summary>Which ResourceSets are rendered.</summary>
internal enum RenderStage
{
    /// <summary>Those whose providers are there.</summary>
    Ready,

    /// <summary>Those too that select providers: all Kustomizations wait for something, which one of these may make.</summary>
    Stuck,

    /// <summary>All: no Kustomization is left that could make what is missing.</summary>
    Last,
}
