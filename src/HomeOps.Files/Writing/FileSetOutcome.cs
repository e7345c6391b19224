using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>How writing a set ended.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="IsWritten">Whether the folder holds the whole set now.</param>
/// <param name="Diagnostics">What went wrong, and notes about an interrupted run that was finished or undone.</param>
public sealed record FileSetOutcome(FileSetPlan Plan, bool IsWritten, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether writing stopped half-way; the next run completes it.</summary>
    public bool IsUnfinished { get; init; }
}
