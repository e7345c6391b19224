using System.Collections.Concurrent;
using System.Globalization;

namespace HomeOps.EndToEnd;

/// <summary>
/// A configure that makes, changes and removes files dies, or is refused, at each of its system calls on the repository in turn.
/// HOMEOPS_CRASH=full takes every call; otherwise calls are taken evenly from the start to the end.
/// </summary>
public sealed class FaultInjectionTests
{
    private static readonly string[] Writing = ["pwrite64", "rename", "fsync", "unlink", "mkdir", "rmdir"];
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("HOMEOPS_CRASH") == "full";

    [Fact]
    public void Killed_at_any_call_the_next_run_ends_in_the_old_or_the_new_set() =>
        AtEveryCall(
            most: 13,
            static n => $"signal=SIGKILL:when={n}",
            static (outcome, _) => Assert.Equal(137, outcome.ExitCode)
        );

    [Fact]
    public void With_the_disk_full_from_any_call_on_nothing_is_left_half_written() =>
        AtEveryCall(most: 7, static n => $"error=ENOSPC:when={n}+", ExpectFinding);

    [Fact]
    public void With_an_io_error_at_any_call_nothing_is_left_half_written() =>
        AtEveryCall(most: 7, static n => $"error=EIO:when={n}", ExpectFinding);

    private static void ExpectFinding(Outcome outcome, string call)
    {
        // What is only looked at may be done without, and so may the copy for later comparison; what is written may not.
        Assert.True(
            outcome.ExitCode is 1
                || (
                    outcome.ExitCode is 0
                    && (call == "openat" || outcome.Error.Contains("note HO0130", StringComparison.Ordinal))
                ),
            outcome.ExitCode + outcome.Error
        );
        Assert.True(
            outcome.ExitCode is 0 || outcome.Error.Contains("error HO", StringComparison.Ordinal),
            outcome.Error
        );
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled", outcome.Error, StringComparison.Ordinal);
    }

    private static void AtEveryCall(int most, Func<int, string> fault, Action<Outcome, string> expectEnd)
    {
        Strace.Require();
        using var sets = new TwoSets();
        var numbers = Strace.Number(sets.Copy(), [.. Writing, "openat"], "configure");
        var places = new List<(string Call, int Number)>();
        foreach (var (call, all) in numbers)
        {
            Assert.NotEmpty(all);
            var taken = IsFull ? all : Evenly(all, most);
            places.AddRange(taken.Select(n => (call, n)));
            TestContext.Current.TestOutputHelper?.WriteLine($"{call}: {taken.Count} of {all.Count}");
        }

        var failures = new ConcurrentBag<string>();
        Parallel.ForEach(
            places,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            place =>
            {
                var folder = sets.Copy();
                try
                {
                    expectEnd(Strace.Inject(folder, place.Call, fault(place.Number), "configure"), place.Call);
                    sets.ExpectNothingHalf(folder);
                    sets.ExpectNextRunCompletes(folder, isNew: place.Number % 2 == 0);
                    sets.ExpectNextRunCompletes(folder, isNew: true);
                    Directory.Delete(folder, recursive: true);
                }
                catch (Xunit.Sdk.XunitException failure)
                {
                    failures.Add(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{place.Call} {fault(place.Number)}: {failure.Message}"
                        )
                    );
                }
            }
        );
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    private static IReadOnlyList<int> Evenly(IReadOnlyList<int> all, int most) =>
        all.Count <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[i * (all.Count - 1) / (most - 1)])];
}
