namespace HomeOps.Schema;

/// <summary>Whether objects of a kind are in a namespace.</summary>
public enum ObjectScope
{
    /// <summary>Nothing is known of the kind.</summary>
    Unknown,

    /// <summary>Each object is in a namespace.</summary>
    Namespaced,

    /// <summary>Objects belong to the cluster as a whole.</summary>
    Cluster,
}
