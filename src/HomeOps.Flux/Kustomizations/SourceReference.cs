using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>A reference to where files or charts come from.</summary>
/// <param name="Kind">GitRepository, OCIRepository, Bucket, ExternalArtifact; for charts also HelmRepository and HelmChart.</param>
/// <param name="Namespace">The namespace, that of the referring object when the reference names none.</param>
/// <param name="Name">The name.</param>
/// <param name="At">Where the reference stands.</param>
public sealed record SourceReference(string Kind, string Namespace, string Name, Location At)
{
    internal ObjectKey Key => new(Kind, Namespace, Name);
}
