namespace HomeOps.Cli;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done; there may have been warnings.</summary>
    public const int Done = 0;

    /// <summary>At least one error, or a failed step.</summary>
    public const int Failed = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>Nothing is wrong, but files would change.</summary>
    public const int ChangesPending = 3;
}
