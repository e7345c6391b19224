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
    /// <param name="hasOwnTemplates">
    /// Whether the repository renders by templates of its own. Then keys that homeops does not know are theirs, and what only the
    /// blueprint needs is a warning.
    /// </param>
    public static ClusterReading Read(SourceText? cluster, SourceText? nodes, bool hasOwnTemplates = false)
    {
        var findings = new DiagnosticBag();
        var clusterInput = cluster is null ? null : ReadCluster(cluster, hasOwnTemplates, findings);
        var nodesInput = nodes is null ? null : ReadNodes(nodes, hasOwnTemplates, findings);
        foreach (var rule in ClusterRule.All)
        {
            if (rule.IsAdvice && findings.HasErrors)
            {
                continue;
            }

            var found = new DiagnosticBag();
            rule.Check(clusterInput, nodesInput, found);
            findings.AddRange(hasOwnTemplates && rule.IsForBlueprint ? Leniency.AsWarnings(found) : found);
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

    private static ClusterInput? ReadCluster(SourceText source, bool hasOwnTemplates, DiagnosticBag findings)
    {
        if (InputYaml.Read(source, findings, hasOwnTemplates) is not { } file)
        {
            return null;
        }

        var input = ClusterFile.Read(file, hasOwnTemplates);
        file.Finish();
        return input;
    }

    private static NodesInput? ReadNodes(SourceText source, bool hasOwnTemplates, DiagnosticBag findings)
    {
        if (InputYaml.Read(source, findings, hasOwnTemplates) is not { } file)
        {
            return null;
        }

        var input = NodesFile.Read(file, source, hasOwnTemplates, findings);
        file.Finish();
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
