using System.Globalization;
using System.Text.RegularExpressions;
using Outlet = HomeOps.EndToEnd.SecretsHousehold.Outlet;
using Row = HomeOps.EndToEnd.SecretsHousehold.Row;

namespace HomeOps.EndToEnd;

/// <summary>
/// Every command of <c>secrets</c> and <c>age</c> works on values that are marks: a mark is seen only where the command line asks for the plaintext,
/// also when the command is killed, its editor crashes, or the disk is full. HOMEOPS_CRASH=full takes every system call; otherwise some are
/// taken at random (a failure names the seed).
/// </summary>
public sealed partial class SecretsCanaryTests
{
    private static readonly string[] Outlets =
    [
        "write",
        "pwrite64",
        "writev",
        "pwritev",
        "sendto",
        "sendmsg",
        "execve",
    ];

    private static readonly string[] Writing = ["write", "pwrite64", "rename", "fsync", "unlink", "mkdir", "openat"];
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("HOMEOPS_CRASH") == "full";

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, SecretsHousehold.Rows.Count)];

    [Theory]
    [InlineData("secrets")]
    [InlineData("age")]
    public void Every_command_has_a_row(string group)
    {
        var help = HomeOpsBinary.Run("/tmp", group, "--help").Expect(0).Output;
        var commands = help[help.IndexOf("Commands:\n", StringComparison.Ordinal)..]
            .Split('\n')
            .Select(static l => CommandLine().Match(l))
            .Where(static m => m.Success)
            .Select(static m => m.Groups["name"].Value)
            .ToList();

        Assert.NotEmpty(commands);
        Assert.Empty(
            commands.Except(SecretsHousehold.Rows.Where(r => r.Args[0] == group).Select(static r => r.Args[1]))
        );
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mark_is_seen_only_where_it_was_asked_for(int number)
    {
        Strace.Require();
        var row = SecretsHousehold.Rows[number];
        using var home = new SecretsHousehold();
        var before = home.Files();

        var (outcome, log) = Strace.Trace(home.Scratch, home.Folder, Outlets, null, row.Args, home.Variables);

        outcome.Expect(row.ExitCode);
        Assert.NotEmpty(log);
        var seen = log.Split('\n')
            .Where(static l => l.Contains(SecretsHousehold.Mark, StringComparison.Ordinal))
            .ToList();
        Assert.All(seen, line => Assert.True(IsAskedFor(row, home, line), $"{row}: {line}"));
        Assert.Equal(row.Outlet is Outlet.None, seen.Count == 0);
        Assert.DoesNotContain(SecretsHousehold.Mark, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            row.Outlet == Outlet.Output,
            outcome.Output.Contains(SecretsHousehold.Mark, StringComparison.Ordinal)
        );
        ExpectClean(row, home, before, wasKilled: false);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Killed_at_any_call_a_command_leaves_sound_files_and_no_mark(int number) =>
        AtCalls(number, Writing, most: 4, static n => $"signal=SIGKILL:when={n}", wasKilled: true);

    [Theory]
    [MemberData(nameof(Rows))]
    public void With_the_disk_full_a_command_leaves_sound_files_and_no_mark(int number) =>
        AtCalls(number, ["pwrite64", "mkdir"], most: 3, static n => $"error=ENOSPC:when={n}+", wasKilled: false);

    [Theory]
    [InlineData("editor-fails")]
    [InlineData("editor-dies")]
    [InlineData("editor-breaks")]
    [InlineData("no-such-editor")]
    public void An_editor_that_crashes_changes_nothing_and_leaves_no_plaintext(string editor)
    {
        Strace.Require();
        using var home = new SecretsHousehold();
        var before = home.Files();
        var row = SecretsHousehold.Rows.Single(static r => r.Args[1] == "edit");
        var variables = home.Variables;
        variables["EDITOR"] = home[editor];

        var (outcome, log) = Strace.Trace(home.Scratch, home.Folder, Outlets, null, row.Args, variables);

        outcome.Expect(1);
        Assert.All(
            log.Split('\n').Where(static l => l.Contains(SecretsHousehold.Mark, StringComparison.Ordinal)),
            line => Assert.True(IsAskedFor(row, home, line), line)
        );
        Assert.DoesNotContain(SecretsHousehold.Mark, outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, home.Files());
    }

    [Fact]
    public void A_full_standard_output_is_a_finding()
    {
        using var home = new SecretsHousehold();
        foreach (var row in SecretsHousehold.Rows.Where(static r => r.Outlet == Outlet.Output))
        {
            var line = string.Join(' ', row.Args.Select(static a => $"'{a}'"));

            var outcome = Program.Run(
                "sh",
                home.Folder,
                ["-c", $"'{HomeOpsBinary.Path}' {line} > /dev/full"],
                environment: home.Variables
            );

            outcome.Expect(1);
            Assert.Contains("error HO", outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(SecretsHousehold.Mark, outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        }
    }

    private static void AtCalls(int number, string[] calls, int most, Func<int, string> fault, bool wasKilled)
    {
        Strace.Require();
        var row = SecretsHousehold.Rows[number];
        using var home = new SecretsHousehold();
        var before = home.Files();
        var places = Strace
            .Number(home.Folder, calls, row.Args, row.ExitCode, home.Variables)
            .SelectMany(static c => c.Value.Select(n => (Call: c.Key, Number: n)))
            .ToList();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        foreach (var (call, at) in IsFull ? places : [.. places.OrderBy(_ => random.Next()).Take(most)])
        {
            home.Restore(before);
            var outcome = Strace.Inject(home.Folder, call, fault(at), row.Args, home.Variables);
            try
            {
                Assert.True(!wasKilled || outcome.ExitCode == 137, outcome.ExitCode + outcome.Error);
                Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
                Assert.DoesNotContain(SecretsHousehold.Mark, outcome.Error, StringComparison.Ordinal);
                ExpectClean(row, home, before, wasKilled);
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                throw new Xunit.Sdk.XunitException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"seed {seed}: {row}: {call} {fault(at)}: {failure.Message}\n{outcome.Error}"
                    )
                );
            }
        }
    }

    private static void ExpectClean(Row row, SecretsHousehold home, Dictionary<string, string> before, bool wasKilled)
    {
        if (wasKilled && row.Outlet == Outlet.PrivateFolder)
        {
            home.ExpectPrivateFolderIsRemoved();
        }

        Assert.Empty(Directory.GetFileSystemEntries(home["run"]));
        foreach (var (name, content) in home.Files())
        {
            if (SecretsHousehold.PlainInputs.Contains(name))
            {
                continue;
            }

            // What was asked for, and by a kill perhaps the private temporary beside it.
            var isAsked =
                row.Outlet == Outlet.File
                && (name is "back.yaml" || row.Args.Any(a => name.Contains(a, StringComparison.Ordinal)));
            Assert.True(
                isAsked || !content.Contains(SecretsHousehold.Mark, StringComparison.Ordinal),
                $"a mark is in {name}"
            );
            Assert.True(wasKilled || !name.Contains("homeops-tmp", StringComparison.Ordinal), $"{name} is left over");
            Assert.True(
                !content.Contains(SecretsHousehold.Mark, StringComparison.Ordinal)
                    || IsPrivate(home[name])
                    || before.ContainsKey(name)
                    || before.ContainsKey(Target(name)),
                $"{name} is not private"
            );
        }

        foreach (var name in (string[])["a.sops.yaml", "b.sops.yaml", "c.sops.env"])
        {
            if (!(row.Outlet == Outlet.File && row.Args[^1] == name && home.Read(name) != before[name]))
            {
                Assert.NotEmpty(home.Decrypt(name));
            }
        }
    }

    private static bool IsPrivate(string path) =>
        (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) == 0;

    // A file that everybody could read before keeps its mode.
    private static string Target(string temporary) =>
        Path.GetFileName(temporary).TrimStart('.').Split(".homeops-tmp")[0];

    private static bool IsAskedFor(Row row, SecretsHousehold home, string line) =>
        row.Outlet switch
        {
            Outlet.Output => OutputCall().IsMatch(line),
            Outlet.PrivateFolder => FileCall().Match(line) is { Success: true } call
                && call.Groups["path"].Value.StartsWith(home["run/homeops-secrets-"], StringComparison.Ordinal),
            Outlet.File => FileCall().Match(line) is { Success: true } call
                && Path.GetFileName(call.Groups["path"].Value) is var name
                && row.Args.Any(a => name.StartsWith("." + a + ".", StringComparison.Ordinal)),
            _ => false,
        };

    // Standard output and error are the only pipes; the latter was caught.
    [GeneratedRegex(@"^\d+ +write\(\d+<pipe:\[")]
    private static partial Regex OutputCall();

    [GeneratedRegex(@"^\d+ +p?write(64)?\(\d+<(?<path>[^>]*)>")]
    private static partial Regex FileCall();

    [GeneratedRegex("^  (?<name>[a-z][a-z-]*) ")]
    private static partial Regex CommandLine();
}
