using HomeOps.Files;
using HomeOps.Testing;

namespace HomeOps.Cluster.Tests.Configuring;

/// <summary>An edit in the way is shown beside what was generated and what would come.</summary>
public sealed class ThreeWayTests
{
    private const string Release = "home/kubernetes/apps/kube-system/cilium/app/helmrelease.yaml";
    private const string Secret = "home/kubernetes/apps/network/cloudflare-tunnel/app/secret.sops.yaml";
    private const string Mark = "canary-3ab0";

    [Fact]
    public void The_three_versions_are_shown()
    {
        using var scratch = InGit();
        ChangeMode(scratch);
        scratch.Write(
            Release,
            scratch.Read(Release).Replace("algorithm: maglev", "algorithm: random # mine", StringComparison.Ordinal)
        );

        var report = Configure.Run(scratch.Request("home"));

        var view = Assert.Single(report.Conflicts);
        Assert.Equal(GeneratedBase.Copy, view.Base);
        Assert.Equal((new LineChanges(1, 1), new LineChanges(1, 1)), (view.Edit?.Count, view.Coming?.Count));
        Verify(scratch, report, "three-ways.expected.txt");
    }

    [Fact]
    public void An_edit_of_a_file_that_is_no_longer_generated_is_shown()
    {
        using var scratch = InGit();
        scratch.Write(
            "home/cluster.yaml",
            scratch.Read("home/cluster.yaml").Replace("storage_zfs_pool: \"tank\"", "", StringComparison.Ordinal)
        );
        var gone = Configure
            .Run(scratch.Request("home") with { DryRun = true })
            .Plan?.Changes.First(static c => c.Kind == FileChangeKind.Removed)
            .Path;
        File.AppendAllText(scratch["home/" + gone], "# mine");

        Verify(scratch, Configure.Run(scratch.Request("home")), "three-ways-gone.expected.txt");
    }

    [Fact]
    public void A_file_that_was_never_generated_is_compared_with_what_would_come()
    {
        using var scratch = new Scratch();
        scratch.Write("home/.editorconfig", "root = false\n");

        var report = scratch.Home();

        Assert.Equal(GeneratedBase.None, Assert.Single(report.Conflicts).Base);
        Verify(scratch, report, "three-ways-not-ours.expected.txt");
    }

    [Fact]
    public void What_the_copy_does_not_hold_is_looked_for_in_the_history()
    {
        using var scratch = InGit();
        var generated = File.ReadAllBytes(scratch[Release]);
        Directory.Delete(scratch["home/.git/homeops"], recursive: true);
        ChangeMode(scratch);
        File.AppendAllText(scratch[Release], "# mine\n");
        var history = new History(generated);

        var report = Configure.Run(scratch.Request("home") with { History = history });

        Assert.Equal([Release["home/".Length..]], history.Asked);
        Assert.Equal(
            (GeneratedBase.History, new LineChanges(1, 0)),
            (Assert.Single(report.Conflicts).Base, report.Conflicts[0].Edit?.Count)
        );
    }

    [Fact]
    public void Secrets_are_hidden_in_every_version()
    {
        using var scratch = InGit();
        scratch.Write(
            Release,
            scratch
                .Read(Release)
                .Replace(
                    "algorithm: maglev",
                    $"""
                    algorithm: maglev
                          # test-only-cloudflare-token
                          adminPassword: {Mark}-password
                          apiToken: |
                            {Mark}-block
                            {Mark}-second
                          list: ["{scratch.Read("home/github-push-token.txt").Trim()}"]
                          pem: |
                            -----BEGIN OPENSSH PRIVATE KEY-----
                            {Mark}-pem
                            -----END OPENSSH PRIVATE KEY-----
                    """,
                    StringComparison.Ordinal
                )
        );
        ChangeMode(scratch);
        scratch.Write(
            Secret,
            $"# {Mark}-comment\nkind: Secret\nstringData:\n  a: {Mark}-one # {Mark}-two\n  b: |\n    c: {Mark}-three\n  {Mark}\n"
        );

        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal(2, report.Conflicts.Count);
        var shown = scratch.Printed(report.Findings);
        foreach (
            var secret in (string[])
                [Mark, "test-only-cloudflare-token", scratch.Read("home/github-push-token.txt").Trim()]
        )
        {
            Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(
                report.Conflicts.SelectMany(static c => (c.Edit?.Lines ?? []).Concat(c.Coming?.Lines ?? [])),
                l => l.Contains(secret, StringComparison.Ordinal)
            );
        }

        Golden.Verify(
            "three-ways-secrets.expected.txt",
            scratch.Printed(report.Findings.Where(static f => f.Location?.Path == Release["home/".Length..]))
        );
    }

    [Fact]
    public void A_long_difference_is_cut()
    {
        using var scratch = InGit();
        scratch.Write(Release, string.Concat(Enumerable.Range(0, 100).Select(static i => $"line{i}: {i}\n")));
        ChangeMode(scratch);

        var view = Assert.Single(Configure.Run(scratch.Request("home")).Conflicts);

        Assert.Equal(31, view.Edit?.Lines.Count);
        Assert.Matches("^… [0-9]+ more lines$", view.Edit?.Lines[^1]);
    }

    [Theory]
    [InlineData(ConflictRule.Keep, true)]
    [InlineData(ConflictRule.Overwrite, false)]
    public void An_edit_is_kept_or_overwritten_on_demand_and_settled_from_then_on(ConflictRule rule, bool isKept)
    {
        using var scratch = InGit();
        ChangeMode(scratch);
        File.AppendAllText(scratch[Release], "# mine\n");

        var report = Configure.Run(scratch.Request("home") with { Conflicts = rule });

        Assert.Equal(isKept ? ConfigureOutcome.Unchanged : ConfigureOutcome.Written, report.Outcome);
        Assert.Empty(report.Conflicts);
        Assert.Equal(isKept, scratch.Read(Release).EndsWith("# mine\n", StringComparison.Ordinal));
        Assert.Equal(!isKept, scratch.Read(Release).Contains("mode: snat", StringComparison.Ordinal));
        Assert.Equal(ConfigureOutcome.Unchanged, Configure.Run(scratch.Request("home")).Outcome);
    }

    [Fact]
    public void The_copy_in_gits_folder_holds_no_secret()
    {
        using var scratch = InGit();
        var copy = scratch.Read("home/.git/homeops/written");

        Assert.Contains("algorithm: maglev", copy, StringComparison.Ordinal);
        Assert.Contains("ENC[AES256_GCM,", copy, StringComparison.Ordinal);
        string[] secrets =
        [
            "test-only-cloudflare-token",
            scratch.Read("home/age.key").Split('\n')[2],
            scratch.Read("home/github-push-token.txt").Trim(),
            scratch.Read("home/github-deploy.key").Split('\n')[2],
        ];
        Assert.All(secrets, s => Assert.DoesNotContain(s, copy, StringComparison.Ordinal));
        Assert.Equal(MemoryFile.PrivateMode, File.GetUnixFileMode(scratch["home/.git/homeops/written"]));
    }

    [Fact]
    public void A_copy_that_cannot_be_made_does_not_fail_the_run()
    {
        using var scratch = InGit();
        Directory.Delete(scratch["home/.git/homeops"], recursive: true);
        scratch.Write("home/.git/homeops", "a file");
        ChangeMode(scratch);

        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal((ConfigureOutcome.Written, 0), (report.Outcome, report.ExitCode));
        Verify(scratch, report, "not-remembered.expected.txt");
    }

    private static void Verify(Scratch scratch, ConfigureReport report, string golden) =>
        Golden.Verify(
            golden,
            scratch.Printed(
                report.Findings.Where(static f => f.Code is "HO0104" or "HO0105" or "HO0106" or "HO0130" or "HO1240")
            )
        );

    private static Scratch InGit()
    {
        var scratch = new Scratch();
        scratch.Write("home/.git/HEAD", "ref: refs/heads/main\n");
        Assert.Equal(ConfigureOutcome.Written, scratch.Home().Outcome);
        return scratch;
    }

    private static void ChangeMode(Scratch scratch) =>
        scratch.Write(
            "home/cluster.yaml",
            scratch.Read("home/cluster.yaml").Replace("\"dsr\"", "\"snat\"", StringComparison.Ordinal)
        );

    private sealed class History(byte[] version) : IFileHistory
    {
        public List<string> Asked { get; } = [];

        public IReadOnlyDictionary<string, byte[]> Find(string folder, IReadOnlyDictionary<string, string> wanted)
        {
            Asked.AddRange(wanted.Keys);
            return wanted.ToDictionary(static w => w.Value, _ => version, StringComparer.Ordinal);
        }
    }
}
