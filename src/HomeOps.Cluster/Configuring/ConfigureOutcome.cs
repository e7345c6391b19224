namespace HomeOps.Cluster;

/// <summary>How a configure run ended.</summary>
public enum ConfigureOutcome
{
    /// <summary>Everything was as it should be; nothing was written.</summary>
    Unchanged,

    /// <summary>Changes were written.</summary>
    Written,

    /// <summary>There are changes, which were not asked to be written.</summary>
    Pending,

    /// <summary>There is an error; nothing was written.</summary>
    Failed,

    /// <summary>An error stopped the run while it was writing; the next run completes it first.</summary>
    Unfinished,
}
