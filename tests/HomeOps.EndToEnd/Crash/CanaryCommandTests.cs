using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HomeOps.EndToEnd;

/// <summary>
/// Every command of the binary, as its own help lists them, in a repository whose secrets are marked: no mark leaves it but where the
/// command was asked for plaintext, neither when it ends by itself nor when it is killed.
/// </summary>
public sealed partial class CanaryCommandTests(CanaryHousehold household) : IClassFixture<CanaryHousehold>
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("HOMEOPS_CRASH") == "full" ? 40 : 1;

    /// <summary>A command line, and where it may put plaintext: a pattern of what strace calls the target; empty for nowhere.</summary>
    private static readonly (string Line, string Allowed)[] Rows =
    [
        ("init", ""),
        ("init fresh --output json", ""),
        ("configure", ""),
        ("configure --check", ""),
        ("configure --check --output json", ""),
        ("configure --check --output sarif", ""),
        ("configure --dry-run", ""),
        ("configure --keep", ""),
        ("configure --force", ""),
        // The inputs are copied into the other folder.
        ("configure . --into ../other --create-keys", "/other/"),
        ("configure conflict", ""),
        ("configure conflict --output json", ""),
        ("configure conflict --output sarif", ""),
        ("configure conflict --force", ""),
        ("configure broken", ""),
        ("configure broken --output json", ""),
        ("render", ""),
        ("render --dry-run", ""),
        ("secrets encrypt --output kubernetes/new.sops.yaml kubernetes/plain.sops.yaml", ""),
        ("secrets encrypt -i kubernetes/plain.sops.yaml", ""),
        ("secrets decrypt {secret}", Pipe),
        ("secrets decrypt --output restored.yaml talos/talsecret.sops.yaml", "/home/restored.yaml|homeops-tmp"),
        ("secrets edit {secret}", "/dev/shm/|/tmp/"),
        ("secrets get {secret} [\"stringData\"]", Pipe),
        ("secrets set {secret} [\"stringData\"][\"new\"] canary-new-41", ""),
        ("secrets unset {secret} [\"stringData\"][\"absent\"]", ""),
        ("secrets rotate -i {secret}", ""),
        ("secrets updatekeys --yes {secret}", ""),
        ("secrets status", ""),
        ("secrets status --output json", ""),
        ("secrets check", ""),
        ("secrets check --output json", ""),
        ("secrets rules {secret}", ""),
        ("secrets diff {secret} {secret}", ""),
        ("secrets diff --output json {secret} talos/talsecret.sops.yaml", ""),
        ("secrets exec-env flat.sops.yaml true", ""),
        ("secrets exec-file {secret} cat>/dev/null<{}", "tmp-file|/dev/null"),
        ("secrets exec-file --no-fifo {secret} true", "tmp-file"),
        ("secrets keygen -o second.key", ""),
        ("secrets merge-driver {secret} {secret} {secret}", ""),
        ("secrets install-hooks", ""),
        ("age encrypt -i age.key -o out.age cluster.yaml", ""),
        ("age decrypt -i age.key in.age", Pipe),
        ("age decrypt -i age.key cluster.yaml", ""),
        ("talos gensecret", Pipe),
        ("talos gensecret -o talos/second.sops.yaml", ""),
        ("talos gensecret -f talos/clusterconfig/kubernetes-control0.yaml -o talos/second.sops.yaml", ""),
        ("talos genconfig", ClusterConfig),
        ("talos genconfig --force --report", ClusterConfig),
        ("talos genconfig --force --output json", ClusterConfig),
        ("talos genconfig --dry-run", ""),
        ("talos diff", ""),
        ("talos diff --output json", ""),
        ("talos validate talconfig", ""),
        ("talos validate talconfig --output json", ""),
        ("talos validate nodeconfig talos/clusterconfig/kubernetes-control0.yaml", ""),
        ("talos validate nodeconfig --output json cluster.yaml", ""),
        ("talos genurl installer", ""),
        ("talos genschema", ""),
        ("talos genurl image --output json", ""),
        ("kustomize build kubernetes/apps/network/cloudflare-tunnel/app", ""),
        ("kustomize build kubernetes/apps/default/plain", Pipe),
        ("doctor", ""),
        ("doctor --output json", ""),
        ("completion bash", ""),
        ("completion zsh", ""),
        ("completion fish", ""),
        ("completion powershell", ""),
        ("version", ""),
        ("version --output json", ""),
        .. Flux(),
    ];

    private const string Pipe = @"pipe:\[";
    private const string ClusterConfig = "/talos/clusterconfig/";

    public static TheoryData<string, string> Lines() => [.. Rows];

    [Fact]
    public void Every_command_has_a_row()
    {
        var commands = Commands([]).ToList();
        var lines = Rows.Select(static r => r.Line + " ").ToList();

        Assert.True(commands.Count > 30, string.Join('\n', commands));
        Assert.All(commands, c => Assert.Contains(lines, l => l.StartsWith(c + " ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void No_mark_leaves_the_repository(string line, string allowed)
    {
        Strace.Require();
        using var copy = household.Copy(line);
        var before = copy.Marked();

        var (outcome, log) = copy.Trace();

        Assert.NotEmpty(log);
        Assert.True(outcome.ExitCode is 0 or 1 or 3, $"{line}: {outcome.ExitCode}\n{outcome.Error}");
        Assert.DoesNotContain("nhandled", outcome.Error, StringComparison.Ordinal);
        copy.ExpectNone(outcome.Error, line);
        copy.ExpectNone(allowed == Pipe ? "" : outcome.Output, line);
        var target = allowed.Length == 0 ? null : new Regex($@"^\d+ +\w+\(\d+<[^>]*(?:{allowed})");
        copy.ExpectNone(string.Join('\n', log.Split('\n').Where(l => target?.IsMatch(l) != true)), line);
        copy.ExpectNoneOnDisk(before, allowed, line);
        if (line.Contains("--output json", StringComparison.Ordinal))
        {
            JsonDocument.Parse(outcome.Output).Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task No_mark_leaves_the_repository_when_the_command_is_killed(string line, string allowed)
    {
        var random = new Random(line.Length);
        for (var i = 0; i < Kills; i++)
        {
            using var copy = household.Copy(line);
            var before = copy.Marked();
            var clock = Stopwatch.StartNew();
            using var process = copy.Start();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.StandardInput.Close();
            var commandLines = "";
            var after = TimeSpan.FromMilliseconds(random.Next(10, 200));
            while (clock.Elapsed < after && !process.HasExited)
            {
                commandLines += CommandLine(process.Id);
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            copy.ExpectNone(allowed == Pipe ? "" : await output, line);
            copy.ExpectNone(await error, line);
            copy.ExpectNone(commandLines, line);
            // A killed editor, or a program that reads a private file, leaves it to the system's cleaning of /dev/shm.
            copy.ExpectNoneOnDisk(before, allowed, line);
        }
    }

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static (string, string)[] Flux()
    {
        string[] lines =
        [
            "get ks",
            "get helmrelease",
            "get image",
            "get resourcesets",
            "get source",
            "get all",
            "build ks",
            "build all",
            "build all --skip-secrets=false",
            "test ks",
            "test helmrelease",
            "test all",
            "test all --output json",
            "test all --output sarif",
        ];
        return Array.ConvertAll(lines, static l => (l + " --path kubernetes/flux/cluster", ""));
    }

    // The commands that have no commands below them, by their first names.
    private static IEnumerable<string> Commands(string[] path)
    {
        var help = HomeOpsBinary.Run("/", [.. path, "--help"]).Expect(0).Output;
        // The list ends with an empty line; examples may follow it.
        if (help.Split("\nCommands:\n") is not [_, var after])
        {
            return [string.Join(' ', path)];
        }

        return Name().Matches(after.Split("\n\n")[0]).SelectMany(m => Commands([.. path, m.Groups[1].Value]));
    }

    [GeneratedRegex(@"^  ([a-z0-9-]+)[, ]", RegexOptions.Multiline)]
    private static partial Regex Name();
}
