namespace HomeOps.EndToEnd;

/// <summary>
/// Commands that make keys, and the recovery of a write, die at each of their system calls on the repository in turn. HOMEOPS_CRASH=full
/// takes every call; otherwise calls are taken evenly.
/// </summary>
public sealed class KeysKilledTests
{
    private static readonly string[] Calls =
    [
        "pwrite64",
        "fsync",
        "link",
        "rename",
        "unlink",
        "chmod",
        "fchmod",
        "mkdir",
    ];
    private static readonly string[] Init = ["init", "--domain", "example.com", "--repository", "me/cluster"];
    private static readonly string[] Configure = ["configure", "--create-keys", "--age-key", "classic"];
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("HOMEOPS_CRASH") == "full";

    [Fact]
    public void A_killed_init_leaves_whole_files_and_the_next_one_makes_the_rest()
    {
        Strace.Require();
        using var scratch = new ScratchFolder();
        string Empty(string name) => Directory.CreateDirectory(scratch[name]).FullName;
        var whole = Empty("whole");
        HomeOpsBinary.Run(whole, Init).Expect(0);
        AtEveryCall(
            Empty,
            Init,
            most: 4,
            folder =>
            {
                var kept = Keys(folder);
                HomeOpsBinary.Run(folder, Init).Expect(0);
                Assert.All(kept, k => Assert.Equal(k.Value, File.ReadAllText(k.Key)));
                Assert.Equal(Files(whole), Files(folder));
            }
        );
    }

    [Fact]
    public void A_killed_configure_that_makes_keys_is_completed_with_the_keys_it_made()
    {
        Strace.Require();
        using var scratch = new ScratchFolder();
        string Example(string name)
        {
            scratch.CopyFrom("examples/home", name);
            return scratch[name];
        }

        AtEveryCall(
            Example,
            Configure,
            most: 4,
            folder =>
            {
                var kept = Keys(folder);
                HomeOpsBinary.Run(folder, Configure).Expect(0);
                Assert.All(kept, k => Assert.Equal(k.Value, File.ReadAllText(k.Key)));
                Assert.StartsWith(
                    "ssh-ed25519 ",
                    File.ReadAllText(Path.Join(folder, "github-deploy.key.pub")),
                    StringComparison.Ordinal
                );
                Assert.DoesNotContain(Files(folder), static f => f.Contains(".homeops-tmp-", StringComparison.Ordinal));
                HomeOpsBinary.Run(folder, "configure", "--check").Expect(0);
            }
        );
    }

    [Fact]
    public void A_killed_recovery_is_taken_up_by_the_next_run()
    {
        Strace.Require();
        using var sets = new TwoSets();
        var renames = Strace.Number(sets.Copy(), ["rename"], "configure")["rename"];
        string Half()
        {
            var folder = sets.Copy();
            Strace.Inject(folder, "rename", $"signal=SIGKILL:when={renames[renames.Count / 2]}", "configure");
            Assert.True(File.Exists(Path.Join(folder, ".homeops/journal.json")));
            return folder;
        }

        string[] calls = ["pwrite64", "fsync", "rename", "unlink", "rmdir"];
        var count = 0;
        foreach (var (call, all) in Strace.Number(Half(), calls, "configure"))
        {
            foreach (var number in IsFull ? all : Some(all, 6))
            {
                var folder = Half();
                Assert.Equal(137, Strace.Inject(folder, call, $"signal=SIGKILL:when={number}", "configure").ExitCode);
                sets.ExpectNextRunCompletes(folder, isNew: number % 2 == 0);
                sets.ExpectNextRunCompletes(folder, isNew: true);
                Directory.Delete(folder, recursive: true);
                count++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} kills during recovery");
        Assert.True(count > 4);
    }

    private static void AtEveryCall(Func<string, string> prepare, string[] command, int most, Action<string> expect)
    {
        var numbers = Strace.Number(prepare("numbers"), Calls, command);
        var count = 0;
        foreach (var (call, all) in numbers)
        {
            foreach (var number in IsFull ? all : Some(all, most))
            {
                var folder = prepare($"{call}-{number}");
                Assert.Equal(137, Strace.Inject(folder, call, $"signal=SIGKILL:when={number}", command).ExitCode);
                expect(folder);
                Directory.Delete(folder, recursive: true);
                count++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{command[0]}: {count} kills");
        Assert.True(count > most);
    }

    private static IEnumerable<int> Some(IReadOnlyList<int> all, int most) =>
        all.Count <= most ? all : Enumerable.Range(0, most).Select(i => all[i * (all.Count - 1) / (most - 1)]);

    private static Dictionary<string, string> Keys(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Where(static f => Path.GetFileName(f) is "age.key" or "github-deploy.key" or "github-push-token.txt")
            .ToDictionary(static f => f, File.ReadAllText, StringComparer.Ordinal);

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f))
            .Order(StringComparer.Ordinal);
}
