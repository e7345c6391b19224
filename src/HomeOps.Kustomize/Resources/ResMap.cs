using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>The objects of a build in the order they were accumulated. No two have the same current id.</summary>
internal sealed class ResMap
{
    private List<Resource> resources = [];

    // Current ids; null when a transformer may have changed some.
    private Dictionary<ResId, Resource>? index;

    public IReadOnlyList<Resource> Resources => resources;

    /// <summary>Adds an object.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="at">What brought it here, for the finding about a second one with its id.</param>
    public void Append(Resource resource, Location? at)
    {
        var ids = Index;
        if (!ids.TryAdd(resource.CurrentId.Key, resource))
        {
            var first = ids[resource.CurrentId.Key];
            throw new KustomizeException(
                KustomizeDiagnostics.Duplicate(resource.CurrentId, first.At, at ?? resource.At)
            );
        }

        resources.Add(resource);
    }

    public void AppendAll(ResMap other, Location? at)
    {
        foreach (var resource in other.resources)
        {
            Append(resource, at);
        }
    }

    /// <summary>Adds a generated object, or merges it into the one with its id, as its behavior says.</summary>
    public void Absorb(Resource generated)
    {
        var id = generated.CurrentId;
        var matches = MatchingAnyId(id.IsSameAs);
        switch (matches.Count)
        {
            case 0 when generated.Behavior is GeneratorBehavior.Merge or GeneratorBehavior.Replace:
                throw new KustomizeException(KustomizeDiagnostics.NothingToMerge(id, generated.At));
            case 0:
                Append(generated, generated.At);
                break;
            case 1 when generated.Behavior is GeneratorBehavior.Merge or GeneratorBehavior.Replace:
                Replace(matches[0], generated);
                break;
            case 1:
                throw new KustomizeException(KustomizeDiagnostics.Exists(id, matches[0].At, generated.At));
            default:
                throw new KustomizeException(KustomizeDiagnostics.SeveralToMerge(id, generated.At));
        }
    }

    /// <summary>The objects of which some id, past or present, fulfils a condition.</summary>
    public List<Resource> MatchingAnyId(Func<ResId, bool> matches)
    {
        var result = new List<Resource>();
        foreach (var resource in resources)
        {
            if (!resource.IsDeleted && resource.HasAnyId(matches))
            {
                result.Add(resource);
            }
        }

        return result;
    }

    /// <summary>The only object that has or had an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="at">The patch that looks for it.</param>
    public Resource GetById(ResId id, Location at)
    {
        var matches = MatchingAnyId(id.IsSameAs);
        return matches.Count switch
        {
            1 => matches[0],
            0 => throw new KustomizeException(KustomizeDiagnostics.NoPatchTarget(id, NearestName(id), at)),
            _ => throw new KustomizeException(KustomizeDiagnostics.SeveralPatchTargets(id, at)),
        };
    }

    /// <summary>The objects that a selector picks.</summary>
    public List<Resource> Select(Selector selector)
    {
        var compiled = selector.Compile();
        var result = new List<Resource>();
        foreach (var resource in resources)
        {
            if (compiled.Selects(resource))
            {
                result.Add(resource);
            }
        }

        return result;
    }

    /// <summary>Runs a transformer, then drops the objects it removed.</summary>
    public void Transform(Action<ResMap> transformer)
    {
        index = null;
        transformer(this);
        index = null;
        resources.RemoveAll(static r => r.IsDeleted || r.Root.Count == 0);
    }

    /// <summary>Drops the objects that fulfil a condition.</summary>
    public void RemoveAll(Predicate<Resource> condition)
    {
        resources.RemoveAll(condition);
        index = null;
    }

    public void Reorder(List<Resource> sorted) => resources = sorted;

    /// <summary>Reports two objects that share an id now.</summary>
    public void CheckIds()
    {
        if (FindConflict()?.CurrentId is { } id)
        {
            var same = resources.FindAll(r => !r.IsDeleted && r.CurrentId.IsSameAs(id));
            throw new KustomizeException(KustomizeDiagnostics.Duplicate(id, same[0].At, same[1].At));
        }
    }

    /// <summary>Whether two objects share an id now; the second of them, or null.</summary>
    public Resource? FindConflict()
    {
        var seen = new HashSet<ResId>();
        foreach (var resource in resources)
        {
            if (!resource.IsDeleted && !seen.Add(resource.CurrentId.Key))
            {
                return resource;
            }
        }

        return null;
    }

    private Dictionary<ResId, Resource> Index
    {
        get
        {
            if (index is null)
            {
                index = new Dictionary<ResId, Resource>(resources.Count);
                foreach (var resource in resources)
                {
                    index.TryAdd(resource.CurrentId.Key, resource);
                }
            }

            return index;
        }
    }

    private void Replace(Resource old, Resource generated)
    {
        var origin = old.OriginText;
        generated.TakeMetadata(old);
        if (generated.Behavior == GeneratorBehavior.Merge)
        {
            generated.MergeTexts("data", old);
            generated.MergeTexts("binaryData", old);
            generated.OriginText = origin ?? generated.OriginText;
        }

        resources[resources.IndexOf(old)] = generated;
        index = null;
    }

    private string? NearestName(ResId id)
    {
        var names = new List<string>();
        foreach (var resource in resources)
        {
            if (!resource.IsDeleted && resource.Kind == id.Gvk.Kind)
            {
                names.Add(resource.Name);
            }
        }

        return Spelling.Nearest(id.Name, names);
    }
}
