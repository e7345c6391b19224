using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// What a ConfigMap or Secret that nothing built means to the one that takes values from it. Flux fails without it (flux.md 2.5); a Secret
/// may be made in the cluster, when something of the tree does so or the user says so.
/// </summary>
internal sealed class MissingValues(ObjectIndex index, FluxOptions options)
{
    /// <summary>The finding about a reference that is not optional.</summary>
    public Diagnostic Finding(ObjectKey key, Location at) =>
        index.Unbuilt.Find(key) is { } unbuilt ? FluxDiagnostics.NotBuilt(key, unbuilt.Owner.Id, at)
        : key.Kind != "Secret" ? FluxDiagnostics.NoValues(key.Kind, key.Name, key.Namespace, index.NearestName(key), at)
        : IsInCluster(key) ? FluxDiagnostics.SecretElsewhere(key.Name, key.Namespace, index.MakerOf(key), at)
        : FluxDiagnostics.NoSecret(key, index.NearestName(key), at);

    private bool IsInCluster(ObjectKey key) =>
        !options.IsStrict
        || options.AllowsMissingSecrets
        || index.MakerOf(key) is not null
        || options.ClusterSecrets.Contains(key.Name)
        || options.ClusterSecrets.Contains($"{key.Namespace}/{key.Name}");
}
