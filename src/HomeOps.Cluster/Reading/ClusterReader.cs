using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Takes the texts of cluster.yaml and nodes.yaml to a checked <see cref="ClusterModel"/>. All findings of both files are
/// made in one go; secret values appear in none of them.
/// </summary>
public static class ClusterReader
{
    /// <summary>Reads and checks both files.</summary>
    /// <param name="cluster">The text of cluster.yaml; null when there is no such file, which is not reported here.</param>
    /// <param name="nodes">The text of nodes.yaml; null when there is no such file, which is not reported here.</param>
    /// <param name="unknownKeys">How much a key matters that homeops does not know.</param>
    public static ClusterReading Read(SourceText? cluster, SourceText? nodes, Severity unknownKeys = Severity.Error)
    {
        var findings = new DiagnosticBag();
        var clusterInput = cluster is null ? null : ReadCluster(cluster, unknownKeys, findings);
        var nodesInput = nodes is null ? null : ReadNodes(nodes, unknownKeys, findings);
        foreach (var rule in ClusterRule.All)
        {
            rule.Check(clusterInput, nodesInput, findings);
        }

        var model =
            findings.HasErrors || clusterInput is null || nodesInput is null
                ? null
                : ModelBuilder.Build(clusterInput, nodesInput);
        return new ClusterReading(model, findings.Ordered())
        {
            IsPrivate =
                clusterInput is not null
                && clusterInput.RepositoryVisibility.Or(RepositoryVisibility.Public) == RepositoryVisibility.Private,
        };
    }

    private static ClusterInput? ReadCluster(SourceText source, Severity unknownKeys, DiagnosticBag findings)
    {
        if (InputYaml.Read(source, findings) is not { } file)
        {
            return null;
        }

        var input = ClusterFile.Read(file);
        file.Finish(unknownKeys);
        return input;
    }

    private static NodesInput? ReadNodes(SourceText source, Severity unknownKeys, DiagnosticBag findings)
    {
        if (InputYaml.Read(source, findings) is not { } file)
        {
            return null;
        }

        var input = NodesFile.Read(file, source, unknownKeys, findings);
        file.Finish(unknownKeys);
        return input;
    }
}

/// <summary>What reading the two files gave.</summary>
/// <param name="Model">The cluster; null when there is an error.</param>
/// <param name="Findings">All findings, ordered by file and place.</param>
public sealed record ClusterReading(ClusterModel? Model, IReadOnlyList<Diagnostic> Findings)
{
    // Known as soon as the one key is, so that a missing deploy key is reported together with the mistakes of other keys.
    internal bool IsPrivate { get; init; }
}
