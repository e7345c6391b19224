namespace HomeOps.Cluster;

/// <summary>The cluster as its two files describe it.</summary>
/// <param name="Cluster">cluster.yaml.</param>
/// <param name="Nodes">nodes.yaml, in file order.</param>
public sealed record ClusterModel(ClusterConfig Cluster, IReadOnlyList<NodeConfig> Nodes)
{
    /// <summary>Number of control-plane nodes.</summary>
    public int ControllerCount => Nodes.Count(static n => n.Controller);

    /// <summary>How many control planes may fail before etcd stops: it needs more than half of its members.</summary>
    public int EtcdSurvives => Math.Max(0, (ControllerCount - 1) / 2);

    /// <summary>Number of other nodes.</summary>
    public int WorkerCount => Nodes.Count - ControllerCount;

    /// <summary>Whether nodes fetch images from each other: as soon as there are two.</summary>
    public bool SpegelEnabled => Nodes.Count > 1;
}
