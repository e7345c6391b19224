using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Something Kustomizations or charts come from: GitRepository, OCIRepository, HelmRepository, HelmChart, Bucket or ExternalArtifact.</summary>
public sealed record FluxSource
{
    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the object stands.</summary>
    public required Location At { get; init; }

    /// <summary>The object.</summary>
    public required KustomizeResource Object { get; init; }

    /// <summary>The URL; for a bucket its endpoint and name; empty when the object has none.</summary>
    public string Url { get; init; } = "";

    /// <summary>The version asked for: digest, tag, semantic version range, commit or branch; empty for the newest.</summary>
    public string Version { get; init; } = "";

    /// <summary>For a HelmChart the chart's name, else empty.</summary>
    public string Chart { get; init; } = "";

    /// <summary>For a HelmChart where the chart comes from.</summary>
    public SourceReference? Source { get; init; }

    internal static FluxSource Read(KustomizeResource o, ICollection<Diagnostic> findings)
    {
        var spec = SpecFields.Of(o, findings);
        SourceRule.Of(o.Kind)?.Check(spec, o.ApiVersion, findings);
        var source = new FluxSource
        {
            Kind = o.Kind,
            Namespace = o.Namespace,
            Name = o.Name,
            At = o.At,
            Object = o,
        };
        switch (o.Kind)
        {
            case "Bucket":
                return source with { Url = $"{spec.RequiredText("endpoint")}/{spec.RequiredText("bucketName")}" };
            case "HelmChart":
                return source with
                {
                    Chart = spec.RequiredText("chart"),
                    Version = spec.Text("version"),
                    Source = SourceReference.Read(spec, "sourceRef", o.Namespace),
                };
            case "GitRepository" or "OCIRepository" or "HelmRepository":
                return source with { Url = spec.RequiredText("url"), Version = VersionOf(spec.Child("ref")) };
            default:
                return source;
        }
    }

    // What is more exact wins, as in Flux.
    private static string VersionOf(SpecFields reference)
    {
        foreach (var field in (ReadOnlySpan<string>)["digest", "commit", "name", "semver", "tag", "branch"])
        {
            if (reference.Text(field) is { Length: > 0 } version)
            {
                return version;
            }
        }

        return "";
    }
}
