using System.Collections.Concurrent;
using System.Diagnostics;

namespace HomeOps.Testing;

/// <summary>
/// Runs a fuzz target many times, on all processors, and says how it went. HOMEOPS_FUZZ sets the number of executions, HOMEOPS_FUZZ_SEED the first
/// seed (a finding names the one that repeats it with HOMEOPS_FUZZ=1), HOMEOPS_FUZZ_REPORT a file that gets a table row for each run.
/// </summary>
public static class FuzzRun
{
    private const int MostFindings = 5;

    /// <summary>Runs a target; throws when an execution did.</summary>
    /// <param name="target">Its name in the report.</param>
    /// <param name="execution">Decides everything by what it is given; says whether the input was accepted; throws when that was wrong.</param>
    public static FuzzReport Of(string target, Func<Random, bool> execution) => Of(target, Fuzz.Count, execution);

    /// <summary>The same with a number of executions of its own.</summary>
    public static FuzzReport Of(string target, int executions, Func<Random, bool> execution)
    {
        var first = Fuzz.Seed ?? Environment.TickCount;
        var accepted = 0;
        var slowest = 0L;
        var findings = new ConcurrentDictionary<int, Exception>();
        var clock = Stopwatch.StartNew();
        Parallel.For(
            0,
            executions,
            (i, loop) =>
            {
                var seed = unchecked(first + i);
                var started = Stopwatch.GetTimestamp();
                try
                {
                    if (execution(new Random(seed)))
                    {
                        Interlocked.Increment(ref accepted);
                    }
                }
#pragma warning disable CA1031 // Whatever an execution throws is what the run is there to find.
                catch (Exception finding)
#pragma warning restore CA1031
                {
                    findings[seed] = finding;
                    if (findings.Count >= MostFindings)
                    {
                        loop.Stop();
                    }
                }

                RaiseTo(ref slowest, Stopwatch.GetElapsedTime(started).Ticks);
            }
        );
        var report = new FuzzReport(
            target,
            executions,
            accepted,
            first,
            clock.Elapsed,
            TimeSpan.FromTicks(slowest),
            findings.Count
        );
        if (Environment.GetEnvironmentVariable("HOMEOPS_FUZZ_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllText(file, report + "\n");
        }

        return findings.IsEmpty ? report : throw new FuzzFindingException(target, findings);
    }

    private static void RaiseTo(ref long highest, long value)
    {
        for (var seen = Volatile.Read(ref highest); value > seen; seen = Volatile.Read(ref highest))
        {
            if (Interlocked.CompareExchange(ref highest, value, seen) == seen)
            {
                return;
            }
        }
    }
}
