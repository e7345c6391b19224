using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HomeOps.Cluster.Tests.Reading;
using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Fuzzing;

/// <summary>
/// Damaged inputs through the whole pipeline, in memory; each hundredth also through the real writer. It never throws, never takes a second
/// of processor time, and writes all or nothing. HOMEOPS_FUZZ says how many executions, or HOMEOPS_FUZZ_SECONDS for how long;
/// HOMEOPS_FUZZ_SEED repeats a run, HOMEOPS_FUZZ_FROM begins it later, at the execution that a failure names.
/// </summary>
public sealed class FuzzTests
{
    private const int Executions = 2_000;
    private const int WritingEach = 100;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);

    [Fact]
    public void Mutated_inputs_are_findings_and_nothing_else()
    {
        var seed = (int)(Number("HOMEOPS_FUZZ_SEED") ?? Environment.TickCount);
        var first = (int)(Number("HOMEOPS_FUZZ_FROM") ?? 0);
        var seconds = Number("HOMEOPS_FUZZ_SECONDS");
        var last = first + (int)(Number("HOMEOPS_FUZZ") ?? (seconds is null ? Executions : int.MaxValue / 2));
        using var places = new FuzzPlaces();
        var tally = new FuzzTally(seed);
        var total = Stopwatch.StartNew();
        for (var number = first; number < last && total.Elapsed.TotalSeconds < (seconds ?? double.MaxValue); number++)
        {
            Execute(places, seed, number, tally);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(tally.Summary(total.Elapsed));
    }

    private static void Execute(FuzzPlaces places, int seed, int number, FuzzTally tally)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var (home, path) = places.Inputs[random.Next(places.Inputs.Count)];
        var good = places.Good(home, path);
        var mutated = Encoding.UTF8.GetBytes(Mutation.Of(Encoding.UTF8.GetString(good), random));
        var tree = places.Trees[home];
        tree.Add(new MemoryFile(path, mutated) { Mode = MemoryFile.PrivateMode });
        string Told() =>
            $"HOMEOPS_FUZZ_SEED={seed} HOMEOPS_FUZZ_FROM={number} {home}/{path}:\n{Encoding.UTF8.GetString(mutated)}";
        using var watch = new Timer(
            _ => Environment.FailFast($"no end after {Stuck}: {Told()}"),
            null,
            Stuck,
            Timeout.InfiniteTimeSpan
        );
        try
        {
            var begun = ThreadClock.Instance.GetTimestamp();
            var hasErrors = InMemory(tree, tally);
            var taken = ThreadClock.Instance.GetElapsedTime(begun);
            Assert.True(taken < Hang, $"{taken} of processor time");
            tally.Add(hasErrors, taken, number);
            if (number % WritingEach == 0)
            {
                OnDisk(places, home, path, mutated, hasErrors, random, tally);
            }
        }
        catch (Exception crash)
        {
            throw new InvalidOperationException(Told(), crash);
        }

        tree.Add(new MemoryFile(path, good) { Mode = MemoryFile.PrivateMode });
    }

    // Load → Validate → Render → Encrypt → Check. Returns whether there is an error, with which nothing would be written.
    private static bool InMemory(MemoryTree tree, FuzzTally tally)
    {
        var request = Request("/fuzz");
        var findings = new DiagnosticBag();
        var clock = new StepClock(ThreadClock.Instance, null);
        var prepared = Preparation.Run(request, tree, tree, clock, findings);
        if (prepared.Encryption is { } encryption && !findings.HasErrors)
        {
            clock.Run(
                "check",
                () =>
                {
                    CheckStep.Run(encryption.Files, tree, new HashSet<string>(), findings);
                    return true;
                }
            );
            foreach (var file in encryption.Files.All.Where(static f => SopsRules.IsNamedSecret(f.Path)))
            {
                Assert.Contains("ENC[", file.Text, StringComparison.Ordinal);
            }
        }

        var hasErrors = findings.HasErrors;
        clock.Run("print", () => BrokenInputTests.Printed(findings.Ordered()));
        tally.Add(clock.Steps);
        return hasErrors;
    }

    private static void OnDisk(
        FuzzPlaces places,
        string home,
        string path,
        byte[] mutated,
        bool hasErrors,
        Random random,
        FuzzTally tally
    )
    {
        var folder = places.OnDisk(home, path, mutated);
        var before = FuzzPlaces.Content(folder);
        var report = Configure.Run(Request(folder) with { Conflicts = (ConflictRule)random.Next(3) });
        var after = FuzzPlaces.Content(folder);
        Assert.True(!hasErrors || report.Outcome == ConfigureOutcome.Failed, $"{report.Outcome} in spite of errors");
        if (report.Outcome is ConfigureOutcome.Failed or ConfigureOutcome.Unchanged)
        {
            Assert.Equal(before, after);
        }
        else
        {
            Assert.Equal(ConfigureOutcome.Written, report.Outcome);
            using var manifest = JsonDocument.Parse(after[".homeops/manifest.json"]);
            foreach (
                var (file, hash) in manifest
                    .RootElement.GetProperty("files")
                    .EnumerateObject()
                    .Select(static p => (p.Name, p.Value.GetString()))
            )
            {
                // Only --keep leaves a file that is not as it was generated.
                Assert.True(
                    Convert.ToHexStringLower(SHA256.HashData(after[file])) == hash
                        || report.Plan?.Changes.Any(c => c.Path == file && c.Kind == FileChangeKind.Kept) == true,
                    $"{file} is not as the manifest says"
                );
            }

            Assert.DoesNotContain(after.Keys, static f => FileSetWriter.IsTemporary(Path.GetFileName(f)));
        }

        tally.AddWrite(report.Outcome);
        places.Restore(home);
    }

    private static ConfigureRequest Request(string folder) =>
        new()
        {
            Folder = folder,
            Time = TimeProvider.System,
            Random = Scratch.Counting(),
        };

    private static double? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
