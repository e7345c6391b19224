using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What a configure run found and did.</summary>
public sealed record ConfigureReport
{
    /// <summary>How it ended.</summary>
    public required ConfigureOutcome Outcome { get; init; }

    /// <summary>The cluster; null when the inputs have an error, or a makejinja project has inputs of another form.</summary>
    public ClusterModel? Model { get; init; }

    /// <summary>Where the templates came from: <c>blueprint 1</c>, or <c>makejinja.toml</c>; null when rendering was not reached.</summary>
    public string? Templates { get; init; }

    /// <summary>Number of rendered files in each top-level folder, by name; files at the root under <c>.</c>.</summary>
    public IReadOnlyList<FolderSummary> Folders { get; init; } = [];

    /// <summary>What became of the secrets.</summary>
    public SecretsSummary Secrets { get; init; } = new(0, 0, 0);

    /// <summary>Keys and tokens that were made (or would be, when nothing is written), as paths in the repository.</summary>
    public IReadOnlyList<string> CreatedKeys { get; init; } = [];

    /// <summary>What was or would be done file by file; null when writing was not reached.</summary>
    public FileSetPlan? Plan { get; init; }

    /// <summary>What would change, by lines; empty when it was written or writing was not reached.</summary>
    public IReadOnlyList<FileDifference> Differences { get; init; } = [];

    /// <summary>Files that were edited by hand and would change, which is why nothing was written.</summary>
    public IReadOnlyList<ThreeWayView> Conflicts { get; init; } = [];

    /// <summary>All findings, ordered by file and place.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    /// <summary>The steps that ran, in order.</summary>
    public required IReadOnlyList<StepTime> Steps { get; init; }

    /// <summary>Whether only a check was asked for.</summary>
    public bool IsCheck { get; init; }

    /// <summary>0 done, 1 an error, 3 changes pending in a check.</summary>
    public int ExitCode =>
        Outcome switch
        {
            ConfigureOutcome.Failed or ConfigureOutcome.Unfinished => 1,
            ConfigureOutcome.Pending when IsCheck => 3,
            _ => 0,
        };
}

/// <summary>Number of rendered files in a top-level folder.</summary>
public sealed record FolderSummary(string Folder, int Files);

/// <summary>Files with secrets by what became of them.</summary>
/// <param name="Encrypted">Encrypted for the first time.</param>
/// <param name="Updated">Encrypted again where a value or a recipient changed.</param>
/// <param name="Unchanged">Kept to the byte.</param>
public sealed record SecretsSummary(int Encrypted, int Updated, int Unchanged);

/// <summary>How long a step took.</summary>
public sealed record StepTime(string Name, TimeSpan Elapsed);
