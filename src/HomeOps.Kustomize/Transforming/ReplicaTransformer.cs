using System.Globalization;

namespace HomeOps.Kustomize;

/// <summary>Sets the number of replicas of workloads with a given name.</summary>
internal sealed class ReplicaTransformer(ReplicaArguments replica, IReadOnlyList<FieldSpec> fields)
{
    public void Transform(ResMap objects)
    {
        var isFound = false;
        foreach (var spec in fields)
        {
            foreach (
                var resource in objects.MatchingAnyId(id => id.Name == replica.Name && id.Gvk.IsSelectedBy(spec.Gvk))
            )
            {
                isFound = true;
                FieldVisitor.Visit(
                    resource,
                    spec,
                    FieldVisitor.Creation.Scalar,
                    _ => new ScalarNode(replica.Count.ToString(CultureInfo.InvariantCulture), ScalarTag.Int)
                );
            }
        }

        if (!isFound)
        {
            throw new KustomizeException(KustomizeDiagnostics.NoReplicaTarget(replica.Name, replica.At));
        }
    }
}
