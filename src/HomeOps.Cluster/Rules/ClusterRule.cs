using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// One rule about what the two files say together. It looks only at fields that were read without a finding, so one mistake
/// is reported once.
/// </summary>
internal abstract class ClusterRule
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<ClusterRule> All { get; } =
    [
        new CidrsAreApart(),
        new ServiceRangeHoldsDns(),
        new AddressesDiffer(),
        new AddressesAreInNodeNetwork(),
        new BgpIsComplete(),
        new OidcIsComplete(),
        new NotificationIsComplete(),
        new NodesDiffer(),
        new NodesAreInNodeNetwork(),
        new NodesLeaveClusterAddressesFree(),
        new ThereIsAController(),
        new NodeNetworkIsTheNodes(),
        new BgpPeerIsAnotherHost(),
        new LoadBalancerPoolIsFree(),
        new ServersAreOutsideTheCluster(),
        new DisksKeepTheirNames(),
        new ControlPlaneSurvivesFailures(),
        new ServersAreNotAlone(),
    ];

    /// <summary>Whether templates of a repository's own may do without the rule.</summary>
    public virtual bool IsForBlueprint => false;

    /// <summary>Whether the rule gives advice about inputs that are in order; it is not asked while there is an error.</summary>
    public virtual bool IsAdvice => false;

    /// <summary>Reports what breaks the rule.</summary>
    /// <param name="cluster">cluster.yaml; null when it could not be read.</param>
    /// <param name="nodes">nodes.yaml; null when it could not be read.</param>
    /// <param name="findings">Where findings go.</param>
    public abstract void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings);
}
