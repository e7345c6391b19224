namespace HomeOps.Testing;

/// <summary>A fuzz target that failed, with the seeds that repeat it.</summary>
public sealed class FuzzFindingException : Exception
{
    /// <summary>Names the target, the seeds, and what the executions threw.</summary>
    public FuzzFindingException(string target, IReadOnlyDictionary<int, Exception> findings)
        : base(
            $"{target} failed. To repeat one: HOMEOPS_FUZZ=1 HOMEOPS_FUZZ_SEED=SEED\n"
                + string.Join("\n", findings.Select(static f => $"seed {f.Key}: {f.Value}"))
        ) { }
}
