namespace HomeOps.Text;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Probably not what was meant; work goes on.</summary>
    Warning,

    /// <summary>The command fails with exit code 1.</summary>
    Error,
}
