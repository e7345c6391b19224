namespace HomeOps.Cluster;

/// <summary>How Cilium sends answers of load-balanced connections back (Cilium, <c>loadBalancer.mode</c>).</summary>
public enum LoadBalancerMode
{
    /// <summary>Straight from the node that holds the pod.</summary>
    Dsr,

    /// <summary>Through the node that took the connection.</summary>
    Snat,
}
