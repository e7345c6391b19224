namespace HomeOps.Conformance;

/// <summary>A case that yields what is wrong, or null.</summary>
internal sealed record TalosCase(string Id, string Kind, Func<string?> Check)
{
    public CaseResult Run()
    {
        try
        {
            return Check() is { } problem ? CaseResult.Fail(Id, Kind, problem) : CaseResult.Pass(Id, Kind);
        }
        catch (IOException e)
        {
            return CaseResult.Fail(Id, Kind, e.Message);
        }
    }
}
