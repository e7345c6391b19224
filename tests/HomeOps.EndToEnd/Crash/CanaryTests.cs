using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HomeOps.EndToEnd;

/// <summary>
/// Marks planted in every secret input are looked for wherever homeops lets bytes out: every write of every command as strace sees it
/// (files, deleted temporaries, terminal), the command lines of what it starts, and what stays on disk.
/// </summary>
public sealed partial class CanaryTests
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

    private static readonly string[] Inputs =
    [
        "cluster.yaml",
        "cloudflare-tunnel.json",
        "age.key",
        "github-deploy.key",
        "github-push-token.txt",
    ];

    [Fact]
    public void No_command_lets_a_secret_out_of_its_input()
    {
        Strace.Require();
        using var folder = new ScratchFolder();
        var marks = Planted(folder);

        Expect(folder, marks, 0, "configure");
        Expect(folder, marks, 0, "configure");
        Expect(folder, marks, 0, "configure", "--check", "--output", "json");
        folder.Write(
            "home/cluster.yaml",
            folder.Read("home/cluster.yaml").Replace("\"dsr\"", "\"snat\"", StringComparison.Ordinal)
        );
        Expect(folder, marks, 0, "configure", "--dry-run");
        Expect(folder, marks, 0, "configure", "--output", "json");
        Expect(folder, marks, 0, "secrets", "status");
        Expect(folder, marks, null, "doctor");
        Expect(folder, marks, null, "doctor", "--output", "json");
        Expect(folder, marks, 0, "init");
        Expect(folder, marks, 0, "init", "--output", "json");
        foreach (var file in Inputs)
        {
            File.WriteAllText(folder["home/kubernetes/plain.sops.yaml"], $"stringData:\n  a: {marks[0]}\n");
            Expect(
                folder,
                marks,
                0,
                "secrets",
                "encrypt",
                "--output",
                "kubernetes/out.sops.yaml",
                "kubernetes/plain.sops.yaml"
            );
            File.Delete(folder["home/kubernetes/plain.sops.yaml"]);
            Expect(folder, marks, null, "age", "decrypt", "--identity", "age.key", file);
        }

        ExpectNoneOnDisk(folder, marks);
    }

    [Fact]
    public void Secrets_leave_the_other_commands_by_standard_output_only_where_that_is_asked_for()
    {
        Strace.Require();
        using var folder = new ScratchFolder();
        var marks = Planted(folder);
        HomeOpsBinary.Run(folder["home"], "configure").Expect(0);
        var secret = Directory
            .EnumerateFiles(folder["home/kubernetes"], "*.sops.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder["home"], f))
            .First(f => HomeOpsBinary.Run(folder["home"], "secrets", "decrypt", f).Output.Contains(marks[0]));

        // Asked for: the only place is standard output.
        ExpectOnlyOnOutput(folder, marks, "secrets", "decrypt", secret);
        Expect(folder, marks, 0, "age", "encrypt", "-i", "age.key", "-o", "out.age", "cluster.yaml");
        ExpectOnlyOnOutput(folder, marks, "age", "decrypt", "-i", "age.key", "out.age");

        // Not asked for.
        Expect(folder, marks, 0, "age", "encrypt", "-i", "age.key", "--armor", "cluster.yaml");
        Expect(folder, marks, null, "configure", "--check", "--output", "sarif");
        Expect(folder, marks, null, "secrets", "status", "--output", "json");
        Expect(folder, marks, null, "secrets", "check");
        Expect(folder, marks, null, "secrets", "check", "--output", "json");
        Expect(folder, marks, null, "secrets", "rules", secret);
        Expect(folder, marks, 0, "secrets", "rotate", "-i", secret);
        Expect(folder, marks, null, "secrets", "updatekeys", secret);
        Expect(folder, marks, null, "secrets", "get", secret, "[\"no\"]");
        Expect(folder, marks, null, "secrets", "unset", secret, "[\"no\"]");
        Expect(folder, marks, 0, "secrets", "keygen", "-o", "second.key");
        folder.Write(
            "home/makejinja.toml",
            "[makejinja]\ninputs = ['t']\noutput = 'out'\ndata = ['cluster.yaml']\njinja_suffix = '.j2'\n"
        );
        folder.Write("home/t/a.yaml.j2", "a: {{ repository_name }}\n");
        Expect(folder, marks, 0, "render");
        Assert.True(File.Exists(folder["home/out/a.yaml"]));
        var generated = folder.Read("home/second.key").Split('\n')[^2];
        Assert.StartsWith("AGE-SECRET-KEY-", generated, StringComparison.Ordinal);
        var again = HomeOpsBinary.Run(folder["home"], "secrets", "keygen", "-o", "third.key").Expect(0);
        Assert.DoesNotContain("AGE-SECRET-KEY-", again.Output + again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_gets_secrets_does_not_get_them_on_its_command_line()
    {
        using var folder = new ScratchFolder();
        var marks = Planted(folder);
        HomeOpsBinary.Run(folder["home"], "configure").Expect(0);
        folder.Write("home/kubernetes/flat.sops.yaml", $"TOKEN: {marks[0]}\n");
        HomeOpsBinary.Run(folder["home"], "secrets", "encrypt", "-i", "kubernetes/flat.sops.yaml").Expect(0);
        const string CommandLines = "for p in $$ $PPID; do tr '\\0' ' ' < /proc/$p/cmdline; done; test -n \"$TOKEN\"";

        var env = HomeOpsBinary
            .Run(folder["home"], "secrets", "exec-env", "kubernetes/flat.sops.yaml", CommandLines)
            .Expect(0);
        Assert.Contains("exec-env", env.Output, StringComparison.Ordinal);
        ExpectNone(marks, env.Output + env.Error, "exec-env");
    }

    [Fact]
    public void A_finding_about_a_broken_input_shows_no_secret()
    {
        using var folder = new ScratchFolder();
        var marks = Planted(folder);
        var random = new Random(20);
        var refused = 0;
        for (var i = 0; i < 150; i++)
        {
            var file = Inputs[random.Next(Inputs.Length)];
            var good = folder.Read("home/" + file);
            folder.Write("home/" + file, Broken(good, marks, random));
            string[] args = random.Next(2) == 0 ? ["configure"] : ["configure", "--output", "json"];
            var outcome = HomeOpsBinary.Run(folder["home"], [.. args, "--dry-run"]);
            refused += outcome.ExitCode == 1 ? 1 : 0;
            Assert.True(outcome.ExitCode is 0 or 1, outcome.Error);
            ExpectNone(marks, outcome.Output + outcome.Error, $"{file}:\n{folder.Read("home/" + file)}");
            folder.Write("home/" + file, good);
        }

        Assert.InRange(refused, 30, 150);
    }

    [Fact]
    public void A_killed_configure_leaves_no_secret_behind()
    {
        Strace.Require();
        using var folder = new ScratchFolder();
        var marks = Planted(folder);
        foreach (var number in new[] { 1, 2, 20, 60, 100, 110, 116 })
        {
            Strace.Inject(folder["home"], "pwrite64", $"signal=SIGKILL:when={number}", "configure");
            ExpectNoneOnDisk(folder, marks);
        }
    }

    /// <summary>A folder <c>home</c> with the inputs of a cluster, and every text of theirs that is secret.</summary>
    internal static List<string> Planted(ScratchFolder folder)
    {
        folder.CopyFrom("examples/home", "example");
        HomeOpsBinary
            .Run(folder.Path, "configure", "example", "--into", "made", "--create-keys", "--age-key", "classic")
            .Expect(0);
        Directory.CreateDirectory(folder["home"]);
        foreach (var file in Inputs.Append("nodes.yaml").Append("github-deploy.key.pub"))
        {
            File.Copy(folder["made/" + file], folder["home/" + file]);
        }

        Directory.Delete(folder["made"], recursive: true);
        var tunnel = Convert.ToBase64String(Encoding.UTF8.GetBytes("canary-tunnel-5c0b7d1e9a"));
        folder.Write(
            "home/cluster.yaml",
            folder
                .Read("home/cluster.yaml")
                .Replace("test-only-cloudflare-token", "canary-cloudflare-81f0a7", StringComparison.Ordinal)
                + "notification_type: discord\nnotification_url: https://chat.example.com/canary-url-3e9d\nnotification_token: canary-notify-b27c\n"
        );
        folder.Write(
            "home/cloudflare-tunnel.json",
            $$"""{"AccountTag":"00000000000000000000000000000000","TunnelSecret":"{{tunnel}}","TunnelID":"00000000-0000-4000-8000-000000000000"}"""
        );
        folder.Write("home/github-push-token.txt", "canary-push-token-77aa01\n");
        var ageKey = folder
            .Read("home/age.key")
            .Split('\n')
            .Single(static l => l.StartsWith("AGE-SECRET", StringComparison.Ordinal));
        var deployKey = folder.Read("home/github-deploy.key").Split('\n')[2];
        List<string> plain =
        [
            "canary-cloudflare-81f0a7",
            "canary-url-3e9d",
            "canary-notify-b27c",
            tunnel,
            "canary-push-token-77aa01",
            ageKey,
            deployKey,
        ];

        // A secret of Kubernetes is base64, and a part of a secret is one too.
        return
        [
            .. plain,
            .. plain.Select(static p => Convert.ToBase64String(Encoding.UTF8.GetBytes(p)).TrimEnd('=')[..^2]),
            ageKey[20..50],
        ];
    }

    private static void Expect(ScratchFolder folder, List<string> marks, int? exitCode, params string[] args)
    {
        var (outcome, log) = Strace.Trace(folder, folder["home"], Outlets, input: null, args);
        var told = $"{string.Join(' ', args)}\n{outcome.Output}\n{outcome.Error}";
        Assert.True(exitCode is null ? outcome.ExitCode is 0 or 1 : outcome.ExitCode == exitCode, told);
        Assert.NotEmpty(log);
        ExpectNone(marks, log + outcome.Output + outcome.Error, string.Join(' ', args));
        if (args.Contains("json"))
        {
            JsonDocument.Parse(outcome.Output).Dispose();
        }
    }

    private static void ExpectOnlyOnOutput(ScratchFolder folder, List<string> marks, params string[] args)
    {
        var (outcome, log) = Strace.Trace(folder, folder["home"], Outlets, input: null, args);
        outcome.Expect(0);
        Assert.Contains(marks[0], outcome.Output, StringComparison.Ordinal);
        // Standard output and error are the only pipes; the latter was caught.
        var elsewhere = log.Split('\n').Where(static l => !StandardOutput().IsMatch(l));
        ExpectNone(marks, string.Join('\n', elsewhere) + outcome.Error, string.Join(' ', args));
    }

    [GeneratedRegex(@"^\d+ +write\(\d+<pipe:\[")]
    private static partial Regex StandardOutput();

    private static void ExpectNoneOnDisk(ScratchFolder folder, List<string> marks)
    {
        foreach (var file in Directory.EnumerateFiles(folder["home"], "*", SearchOption.AllDirectories))
        {
            if (!Inputs.Contains(Path.GetRelativePath(folder["home"], file)))
            {
                ExpectNone(marks, File.ReadAllText(file), file);
            }
        }
    }

    private static void ExpectNone(List<string> marks, string text, string where)
    {
        foreach (var mark in marks)
        {
            Assert.False(text.Contains(mark, StringComparison.Ordinal), $"'{mark}' is let out: {where}");
        }
    }

    // Damage that leaves the marks themselves whole: a broken mark would not be found.
    private static string Broken(string text, List<string> marks, Random random)
    {
        const string Damage = "\"':{}[]#&*!|>%@`,\t\n -\\\u0001";
        for (var tries = 0; ; tries++)
        {
            var at = random.Next(text.Length);
            var broken = random.Next(4) switch
            {
                0 => text.Insert(at, Damage[random.Next(Damage.Length)].ToString()),
                1 => text.Remove(at, 1),
                2 => text.Remove(at, Math.Min(random.Next(40), text.Length - at)),
                _ => text.Insert(at, $"\n{text.AsSpan(at, Math.Min(random.Next(80), text.Length - at))}\n"),
            };
            if (
                tries > 50
                || marks.Count(m => broken.Contains(m, StringComparison.Ordinal))
                    >= marks.Count(m => text.Contains(m, StringComparison.Ordinal))
            )
            {
                return broken;
            }
        }
    }
}
