using System.Globalization;

namespace HomeOps.Testing;

/// <summary>How a run of a fuzz target went; printed as a row of the table in docs/testing.md.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Executions">How many inputs were tried.</param>
/// <param name="Accepted">How many of them were taken for valid, and rightly so.</param>
/// <param name="FirstSeed">The seed of the first execution; they count up from it.</param>
/// <param name="Took">Wall time of the run.</param>
/// <param name="Slowest">Wall time of the slowest execution: a hang would be seen here.</param>
/// <param name="Findings">How many executions failed.</param>
public sealed record FuzzReport(
    string Target,
    int Executions,
    int Accepted,
    int FirstSeed,
    TimeSpan Took,
    TimeSpan Slowest,
    int Findings
)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Target} | {Executions:N0} | {Accepted:N0} | {FirstSeed} | {Executions / Took.TotalSeconds:N0} | {Slowest.TotalMilliseconds:N0} | {Findings} |"
        );
}
