using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Sources that refer to other sources: a HelmChart to the repository it is in, a GitRepository to those it includes.</summary>
internal sealed class SourceReferenceCheck(ObjectIndex index)
{
    public void Run(IReadOnlyDictionary<ObjectKey, FluxSource> sources, SourceFindings findings)
    {
        foreach (var (own, source) in sources)
        {
            foreach (var (key, at) in ReferencesOf(source))
            {
                // The repository itself is described by no file of it.
                if (index.Find(key) is not null || key == SourceResolution.Own || index.Unbuilt.Find(key) is not null)
                {
                    continue;
                }

                findings.Add(own, [FluxDiagnostics.NoSource(key, index.NearestName(key), at)]);
            }
        }
    }

    private static IEnumerable<(ObjectKey Key, Location At)> ReferencesOf(FluxSource source)
    {
        if (source is { Kind: "HelmChart", Source: { Kind.Length: > 0 } reference })
        {
            yield return (reference.Key, reference.At);
        }

        if (source.Kind != "GitRepository")
        {
            yield break;
        }

        var spec = SpecFields.Of(source.Object, []);
        foreach (var include in spec.Children("include"))
        {
            var repository = include.Child("repository");
            if (repository.Text("name") is { Length: > 0 } name)
            {
                yield return (new ObjectKey("GitRepository", source.Namespace, name), repository.LocationOf("name"));
            }
        }
    }
}
