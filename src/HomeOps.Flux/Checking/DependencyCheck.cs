using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Checks <c>dependsOn</c> among objects of one kind: names that do not exist, and cycles, which Flux waits in for ever (flux.md 2.6).</summary>
internal sealed class DependencyCheck
{
    private readonly string kind;
    private readonly UnbuiltObjects unbuilt;
    private readonly SortedDictionary<string, IReadOnlyList<Dependency>> nodes;
    private readonly Dictionary<string, List<Diagnostic>> findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> isDone = new(StringComparer.Ordinal);

    /// <param name="kind">Kustomization or HelmRelease.</param>
    /// <param name="all">Each object's id and dependencies.</param>
    /// <param name="unbuilt">What is there and could not be built.</param>
    public DependencyCheck(
        string kind,
        IEnumerable<(string Id, IReadOnlyList<Dependency> DependsOn)> all,
        UnbuiltObjects unbuilt
    )
    {
        (this.kind, this.unbuilt) = (kind, unbuilt);
        nodes = new(StringComparer.Ordinal);
        foreach (var (id, dependsOn) in all)
        {
            nodes.TryAdd(id, dependsOn);
        }
    }

    /// <summary>The findings, by the id of the object they belong to.</summary>
    public IReadOnlyDictionary<string, List<Diagnostic>> Run()
    {
        foreach (var (id, dependsOn) in nodes)
        {
            foreach (var dependency in dependsOn)
            {
                if (!nodes.ContainsKey(IdOf(dependency)))
                {
                    Add(id, Unknown(dependency));
                }
            }
        }

        foreach (var id in nodes.Keys)
        {
            FindCycles(id);
        }

        return findings;
    }

    // Depth first with a stack of its own: chains may be thousands long.
    private void FindCycles(string start)
    {
        if (isDone.ContainsKey(start))
        {
            return;
        }

        var path = new List<(string Id, int Next)> { (start, 0) };
        isDone[start] = false;
        while (path.Count > 0)
        {
            var (id, next) = path[^1];
            var dependsOn = nodes[id];
            if (next == dependsOn.Count)
            {
                isDone[id] = true;
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[^1] = (id, next + 1);
            var to = IdOf(dependsOn[next]);
            if (!nodes.ContainsKey(to))
            {
                continue;
            }

            if (!isDone.TryGetValue(to, out var done))
            {
                isDone[to] = false;
                path.Add((to, 0));
            }
            else if (!done)
            {
                var from = path.FindIndex(p => p.Id == to);
                List<string> cycle = [.. path.Skip(from).Select(static p => p.Id), to];
                var finding = FluxDiagnostics.DependencyCycle(cycle, dependsOn[next].At);
                foreach (var member in path.Skip(from))
                {
                    Add(member.Id, finding);
                }
            }
        }
    }

    private Diagnostic Unknown(Dependency dependency)
    {
        var key = new ObjectKey(kind, dependency.Namespace, dependency.Name);
        return unbuilt.Find(key) is { } found
            ? FluxDiagnostics.NotBuilt(key, found.Owner.Id, dependency.At)
            : FluxDiagnostics.NoDependency(dependency, kind, Nearest(dependency));
    }

    private string? Nearest(Dependency dependency) =>
        nodes.Keys.FirstOrDefault(id => id.EndsWith("/" + dependency.Name, StringComparison.Ordinal))
        ?? Spelling.Nearest(IdOf(dependency), nodes.Keys);

    private static string IdOf(Dependency dependency) => $"{dependency.Namespace}/{dependency.Name}";

    private void Add(string id, Diagnostic finding)
    {
        if (!findings.TryGetValue(id, out var own))
        {
            findings[id] = own = [];
        }

        own.Add(finding);
    }
}
