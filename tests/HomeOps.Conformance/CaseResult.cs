namespace HomeOps.Conformance;

/// <summary>The outcome of one case of a corpus.</summary>
/// <param name="Id">The case, as the corpus names it.</param>
/// <param name="Kind">The group it is counted in, e.g. <c>sops-decrypt</c>.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Detail">A short difference for a failure, the reason for a skip.</param>
internal sealed record CaseResult(string Id, string Kind, CaseOutcome Outcome, string Detail = "")
{
    public static CaseResult Pass(string id, string kind) => new(id, kind, CaseOutcome.Passed);

    public static CaseResult Fail(string id, string kind, string detail) => new(id, kind, CaseOutcome.Failed, detail);

    public static CaseResult Skip(string id, string kind, string reason) => new(id, kind, CaseOutcome.Skipped, reason);
}
