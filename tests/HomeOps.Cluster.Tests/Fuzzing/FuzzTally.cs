using System.Globalization;

namespace HomeOps.Cluster.Tests.Fuzzing;

/// <summary>What a fuzzing run did, for the record.</summary>
internal sealed class FuzzTally(int seed)
{
    private readonly Dictionary<string, (int Count, TimeSpan Time)> steps = new(StringComparer.Ordinal);
    private readonly Dictionary<ConfigureOutcome, int> writes = [];
    private (TimeSpan Time, int Number) longest;
    private TimeSpan processor;
    private int count;
    private int refused;

    public void Add(bool hasErrors, TimeSpan taken, int number)
    {
        count++;
        refused += hasErrors ? 1 : 0;
        processor += taken;
        longest = taken > longest.Time ? (taken, number) : longest;
    }

    public void Add(IEnumerable<StepTime> times)
    {
        foreach (var step in times)
        {
            var (before, time) = steps.GetValueOrDefault(step.Name);
            steps[step.Name] = (before + 1, time + step.Elapsed);
        }
    }

    public void AddWrite(ConfigureOutcome outcome) => writes[outcome] = writes.GetValueOrDefault(outcome) + 1;

    public string Summary(TimeSpan elapsed)
    {
        var reached = steps.Select(static s =>
            $"{s.Key} {s.Value.Count} ({s.Value.Time.TotalMilliseconds / s.Value.Count:0.00} ms)"
        );
        var written = writes.Select(static w => $"{w.Key} {w.Value}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            seed {seed}: {count} executions, {refused} refused, in {elapsed.TotalSeconds:0} s ({processor.TotalSeconds:0} s of processor time: {count
                / processor.TotalSeconds:0} a second); longest {longest.Time.TotalMilliseconds:0} ms (number {longest.Number})
            steps reached: {string.Join(", ", reached)}
            also written to disk: {string.Join(", ", written)}
            """
        );
    }
}
