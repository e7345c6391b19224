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

    /// <summary>Where the kind stands.</summary>
    internal Location KindAt { get; init; } = At;

    /// <summary>Reads a reference; null when the field is absent.</summary>
    internal static SourceReference? Read(SpecFields spec, string field, string ownNamespace)
    {
        var source = spec.Child(field);
        if (source.Map is null)
        {
            return null;
        }

        source.Allow(["apiVersion", "kind", "name", "namespace"]);
        var inNamespace = source.Text("namespace");
        return new SourceReference(
            source.RequiredText("kind"),
            inNamespace.Length > 0 ? inNamespace : ownNamespace,
            source.RequiredText("name"),
            source.LocationOf("name")
        )
        {
            KindAt = source.LocationOf("kind"),
        };
    }
}
