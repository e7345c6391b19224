namespace HomeOps.Cluster;

/// <summary>What <see cref="Doctor"/> found, one line a check.</summary>
public sealed record DoctorReport(IReadOnlyList<DoctorCheck> Checks)
{
    /// <summary>0 when no check failed, else 1.</summary>
    public int ExitCode => Checks.Any(static c => c.State == DoctorState.Failed) ? 1 : 0;
}

/// <summary>One check.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">What to do; null when nothing.</param>
public sealed record DoctorCheck(string Name, DoctorState State, string Text, string? Remedy = null);

/// <summary>How a check ended.</summary>
public enum DoctorState
{
    /// <summary>In order.</summary>
    Good,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Works, and should be looked at.</summary>
    Warning,

    /// <summary>Something will not work.</summary>
    Failed,
}
