namespace HomeOps.Conformance;

internal enum CaseOutcome
{
    Passed,
    Failed,
    Skipped,
}
