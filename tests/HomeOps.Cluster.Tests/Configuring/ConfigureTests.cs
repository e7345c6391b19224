using HomeOps.Cluster.Tests.Reading;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Configuring;

public sealed class ConfigureTests
{
    [Fact]
    public void The_example_becomes_a_complete_repository()
    {
        using var scratch = new Scratch();

        var report = scratch.Home();

        Assert.Equal("", BrokenInputTests.Printed(report.Findings.Where(static f => f.Severity > Severity.Note)));
        Assert.Equal(ConfigureOutcome.Written, report.Outcome);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(5, report.Model?.Nodes.Count);
        Assert.Equal(
            ["load", "validate", "render", "encrypt", "check", "write"],
            report.Steps.Select(static s => s.Name)
        );
        Assert.True(report.Secrets.Encrypted > 0);
        Assert.Equal(
            ["age.key", "github-deploy.key", "github-deploy.key.pub", "github-push-token.txt"],
            report.CreatedKeys
        );
        foreach (
            var file in (string[])["cluster.yaml", "nodes.yaml", "cloudflare-tunnel.json", "age.key", ".sops.yaml"]
        )
        {
            Assert.True(File.Exists(scratch["home/" + file]), file);
        }
    }

    [Fact]
    public void Keys_and_copies_of_secrets_can_be_read_by_their_owner_only()
    {
        using var scratch = new Scratch();
        scratch.Home();

        foreach (var file in (string[])["age.key", "github-deploy.key", "github-push-token.txt", "cluster.yaml"])
        {
            Assert.Equal(MemoryFile.PrivateMode, File.GetUnixFileMode(scratch["home/" + file]));
        }

        Assert.Equal(MemoryFile.DefaultMode, File.GetUnixFileMode(scratch["home/nodes.yaml"]));
    }

    [Fact]
    public void No_secret_of_the_inputs_is_found_in_a_generated_file()
    {
        using var scratch = new Scratch();
        scratch.Home();
        string[] inputs =
        [
            "age.key",
            "cluster.yaml",
            "cloudflare-tunnel.json",
            "github-deploy.key",
            "github-push-token.txt",
        ];
        string[] secrets =
        [
            "test-only-cloudflare-token",
            scratch.Read("home/age.key").Split('\n')[2],
            scratch.Read("home/github-push-token.txt").Trim(),
            scratch.Read("home/github-deploy.key").Split('\n')[2],
        ];

        foreach (var (path, text) in scratch.Snapshot("home"))
        {
            foreach (var secret in inputs.Contains(path) ? [] : secrets)
            {
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        using var scratch = new Scratch();
        var first = scratch.Home();
        var before = scratch.Snapshot("home");

        var again = Configure.Run(scratch.Request("home"));

        Assert.Equal(ConfigureOutcome.Unchanged, again.Outcome);
        Assert.Equal(before, scratch.Snapshot("home"));
        Assert.Equal(new SecretsSummary(0, 0, first.Secrets.Encrypted), again.Secrets);
        Assert.Equal(ConfigureOutcome.Unchanged, scratch.Home().Outcome);
    }

    [Fact]
    public void A_changed_secret_changes_the_files_that_hold_it_and_no_other()
    {
        using var scratch = new Scratch();
        scratch.Home();
        var before = scratch.Snapshot("home");
        scratch.Write(
            "home/cluster.yaml",
            scratch.Read("home/cluster.yaml").Replace("test-only-cloudflare-token", "another", StringComparison.Ordinal)
        );

        var check = Configure.Run(scratch.Request("home") with { Check = true });
        Assert.Equal((ConfigureOutcome.Pending, 3), (check.Outcome, check.ExitCode));
        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal(ConfigureOutcome.Written, report.Outcome);
        var changed = scratch.Snapshot("home").Where(f => before[f.Key] != f.Value).Select(static f => f.Key).ToList();
        Assert.Equal(
            report.Secrets.Updated,
            changed.Count(static f => f.EndsWith(".sops.yaml", StringComparison.Ordinal))
        );
        Assert.All(
            changed,
            static f =>
                Assert.True(
                    f.EndsWith(".sops.yaml", StringComparison.Ordinal)
                        || f is "cluster.yaml" or ".homeops/manifest.json",
                    f
                )
        );
    }

    [Fact]
    public void A_dry_run_and_a_check_write_nothing_at_all()
    {
        using var scratch = new Scratch();
        var request = scratch.Request(Scratch.Example, "home") with { CreateKeys = true };

        var check = Configure.Run(request with { Check = true });
        var dryRun = Configure.Run(request with { DryRun = true });

        Assert.Equal((ConfigureOutcome.Pending, 3), (check.Outcome, check.ExitCode));
        Assert.Equal((ConfigureOutcome.Pending, 0), (dryRun.Outcome, dryRun.ExitCode));
        Assert.False(Directory.Exists(scratch["home"]));
    }

    [Fact]
    public void A_plan_that_is_not_approved_is_not_carried_out()
    {
        using var scratch = new Scratch();
        var request = scratch.Request(Scratch.Example, "home") with { CreateKeys = true, Approve = static _ => false };

        Assert.Equal(ConfigureOutcome.Pending, Configure.Run(request).Outcome);
        Assert.False(Directory.Exists(scratch["home"]));
    }

    [Fact]
    public void Everything_that_is_missing_is_reported_at_once_with_the_way_to_get_it()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["empty"]);

        var report = Configure.Run(scratch.Request("empty"));

        Assert.Equal((ConfigureOutcome.Failed, 1), (report.Outcome, report.ExitCode));
        HomeOps.Testing.Golden.Verify("missing-files.expected.txt", BrokenInputTests.Printed(report.Findings));
    }

    [Fact]
    public void A_private_repository_wants_its_deploy_key_and_a_public_one_does_not()
    {
        using var scratch = new Scratch();
        scratch.Home();
        File.Delete(scratch["home/github-deploy.key"]);
        Assert.Equal(0, Configure.Run(scratch.Request("home")).ExitCode);
        scratch.Write(
            "home/cluster.yaml",
            scratch.Read("home/cluster.yaml").Replace("\"public\"", "\"private\"", StringComparison.Ordinal)
        );

        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal(1, report.ExitCode);
        HomeOps.Testing.Golden.Verify(
            "private-without-deploy-key.expected.txt",
            scratch.Printed(report.Findings.Where(static f => f.Severity == Severity.Error))
        );
    }

    [Fact]
    public void The_certificate_of_the_api_names_its_address_and_the_further_names()
    {
        using var scratch = new Scratch();
        scratch.Home();
        scratch.Write(
            "home/cluster.yaml",
            scratch.Read("home/cluster.yaml") + "cluster_api_tls_sans: [api.example.com, k8s.example.com]\n"
        );

        Assert.Equal(ConfigureOutcome.Written, Configure.Run(scratch.Request("home")).Outcome);

        var lines = scratch
            .Read("home/talos/talconfig.yaml")
            .Split('\n')
            .Select(static l => l.Trim(' ', '-', '"'))
            .ToList();
        Assert.All(
            ["127.0.0.1", "10.0.50.50", "api.example.com", "k8s.example.com"],
            name => Assert.Contains(name, lines)
        );
    }

    [Fact]
    public void Faulty_key_files_are_reported_without_their_content()
    {
        using var scratch = new Scratch();
        var good = Path.Join(Path.GetDirectoryName(Scratch.Example), "home");
        scratch.Write(
            "home/cluster.yaml",
            File.ReadAllText(Path.Join(good, "cluster.yaml")).Replace("\"public\"", "private", StringComparison.Ordinal)
        );
        scratch.Write("home/nodes.yaml", File.ReadAllText(Path.Join(good, "nodes.yaml")));
        scratch.Write("home/age.key", "AGE-SECRET-KEY-1VERYSECRET\n");
        scratch.Write("home/cloudflare-tunnel.json", "{\"AccountTag\": \"x\",\n \"TunnelSecret\": very-secret }");
        scratch.Write("home/github-deploy.key", "ssh-ed25519 AAAAvery-secret\n");
        scratch.Write("home/github-push-token.txt", "\n");

        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
        HomeOps.Testing.Golden.Verify("faulty-key-files.expected.txt", BrokenInputTests.Printed(report.Findings));
    }

    [Fact]
    public void Inputs_that_cannot_be_read_are_reported_beside_everything_else()
    {
        using var scratch = new Scratch();
        foreach (var file in Directory.EnumerateFiles(Scratch.Example))
        {
            scratch.Write("home/" + Path.GetFileName(file), File.ReadAllText(file));
        }

        File.WriteAllBytes(scratch["home/nodes.yaml"], [0x6E, 0xFF, 0xFE]);
        scratch.Write("home/cloudflare-tunnel.json", "{\"AccountTag\": \"x\", \"TunnelID\": 1}");
        scratch.Write("elsewhere/token", "x");
        File.CreateSymbolicLink(scratch["home/github-push-token.txt"], scratch["elsewhere/token"]);

        var report = Configure.Run(scratch.Request("home"));

        HomeOps.Testing.Golden.Verify("unreadable-inputs.expected.txt", BrokenInputTests.Printed(report.Findings));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_the_only_finding()
    {
        using var scratch = new Scratch();

        HomeOps.Testing.Golden.Verify(
            "no-folder.expected.txt",
            scratch.Printed(Configure.Run(scratch.Request("nowhere")).Findings)
        );
    }

    [Fact]
    public void A_copy_of_the_inputs_that_was_edited_is_not_overwritten()
    {
        using var scratch = new Scratch();
        scratch.Home();
        File.AppendAllText(scratch["home/nodes.yaml"], "# mine\n");

        var report = scratch.Home();

        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
        HomeOps.Testing.Golden.Verify(
            "edited-copy.expected.txt",
            scratch.Printed(report.Findings.Where(static f => f.Severity == Severity.Error))
        );
    }

    [Fact]
    public void An_encrypted_file_that_was_tampered_with_stops_the_run()
    {
        using var scratch = new Scratch();
        scratch.Home();
        var secret = scratch
            .Snapshot("home")
            .First(static f =>
                f.Key.EndsWith(".sops.yaml", StringComparison.Ordinal) && f.Key.Contains('/', StringComparison.Ordinal)
            );
        scratch.Write(
            "home/" + secret.Key,
            secret.Value.Replace("ENC[AES256_GCM,data:", "ENC[AES256_GCM,data:AAAA", StringComparison.Ordinal)
        );
        var before = scratch.Snapshot("home");

        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
        Assert.Equal(before, scratch.Snapshot("home"));
    }

    [Fact]
    public void An_edit_in_the_way_is_compared_with_what_would_come()
    {
        using var scratch = new Scratch();
        scratch.Home();
        File.AppendAllText(scratch["home/kubernetes/components/common/namespace.yaml"], "# mine\n# more\n");
        scratch.Write(
            "home/.homeops/manifest.json",
            scratch
                .Read("home/.homeops/manifest.json")
                .Replace(
                    "\"kubernetes/components/common/namespace.yaml\": \"",
                    "\"kubernetes/components/common/namespace.yaml\": \"0",
                    StringComparison.Ordinal
                )
        );

        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
        HomeOps.Testing.Golden.Verify(
            "edit-in-the-way.expected.txt",
            scratch.Printed(report.Findings.Where(static f => f.Location?.Path != "nodes.yaml"))
        );
    }

    [Fact]
    public void A_dry_run_says_by_how_many_lines_each_file_changes()
    {
        using var scratch = new Scratch();
        scratch.Home();
        scratch.Write(
            "home/cluster.yaml",
            scratch
                .Read("home/cluster.yaml")
                .Replace("hubble_enabled: true", "hubble_enabled: false", StringComparison.Ordinal)
        );

        var report = Configure.Run(scratch.Request("home") with { DryRun = true });

        HomeOps.Testing.Golden.Verify(
            "dry-run.expected.txt",
            string.Concat(
                report.Differences.Select(static d => $"{d.Kind} +{d.Lines.Added} -{d.Lines.Removed} {d.Path}\n")
            )
        );
    }

    [Fact]
    public void A_key_that_sops_would_use_too_is_noted()
    {
        using var scratch = new Scratch();
        scratch.Home();
        scratch.Write("person/.config/sops/age/keys.txt", "");

        var report = Configure.Run(
            scratch.Request("home") with
            {
                Environment = new Dictionary<string, string> { ["HOME"] = scratch["person"] },
            }
        );

        Assert.Equal(ConfigureOutcome.Unchanged, report.Outcome);
        HomeOps.Testing.Golden.Verify(
            "stray-key.expected.txt",
            scratch.Printed(report.Findings.Where(static f => f.Location?.Path != "nodes.yaml"))
        );
    }
}
