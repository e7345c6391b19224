namespace HomeOps.Cluster;

/// <summary>Measures the steps of a run, and tells a listener which one begins.</summary>
internal sealed class StepClock(TimeProvider time, Action<string>? begun)
{
    private readonly List<StepTime> steps = [];

    /// <summary>The steps that ran, in order.</summary>
    public IReadOnlyList<StepTime> Steps => steps;

    /// <summary>Runs a step and notes how long it took.</summary>
    public T Run<T>(string name, Func<T> step)
    {
        begun?.Invoke(name);
        var start = time.GetTimestamp();
        try
        {
            return step();
        }
        finally
        {
            steps.Add(new StepTime(name, time.GetElapsedTime(start)));
        }
    }
}
