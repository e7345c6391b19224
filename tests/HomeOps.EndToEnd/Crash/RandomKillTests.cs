using System.Diagnostics;

namespace HomeOps.EndToEnd;

/// <summary>Kills at random moments, one after another on the same repository, so that recoveries are killed too.</summary>
public sealed class RandomKillTests
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("HOMEOPS_CRASH") == "full" ? 1000 : 60;

    [Fact]
    public void Killed_again_and_again_at_random_moments_the_repository_is_never_half_a_set()
    {
        using var sets = new TwoSets();
        var folder = sets.Copy();
        var clock = Stopwatch.StartNew();
        sets.ExpectNextRunCompletes(folder, isNew: true);
        sets.ExpectNextRunCompletes(folder, isNew: false);
        var run = clock.Elapsed / 4;
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var killed = 0;
        var interrupted = 0;
        for (var tries = 0; killed < Kills && tries < 5 * Kills; tries++)
        {
            sets.SetInput(folder, isNew: random.Next(2) == 0);
            killed += Kill(folder, run * random.NextDouble()) ? 1 : 0;
            interrupted += Directory.GetFiles(Path.Join(folder, ".homeops"), "journal*").Length > 0 ? 1 : 0;
            sets.ExpectNothingHalf(folder);
            if (tries % 4 == 0)
            {
                sets.ExpectNextRunCompletes(folder, isNew: random.Next(2) == 0);
            }
        }

        sets.ExpectNextRunCompletes(folder, isNew: true);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: {killed} killed within {run.TotalMilliseconds:0} ms, {interrupted} of them while writing"
        );
        Assert.Equal(Kills, killed);
    }

    private static bool Kill(string folder, TimeSpan after)
    {
        var start = new ProcessStartInfo(HomeOpsBinary.Path, ["configure"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("homeops did not start");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Thread.Sleep(after);
        process.Kill();
        process.WaitForExit();
        return process.ExitCode == 137;
    }
}
