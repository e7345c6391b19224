using HomeOps.Files;
using HomeOps.Testing;

namespace HomeOps.Cluster.Tests.Examining;

public sealed class DoctorTests
{
    [Fact]
    public void A_configured_repository_is_in_order()
    {
        using var scratch = new Scratch();
        scratch.Home();
        Directory.CreateDirectory(scratch["person"]);

        var report = Doctor.Run(Request(scratch, "home") with { GitVersion = "git version 2.47.3\n" });

        Assert.Equal(0, report.ExitCode);
        Verify("good.expected.txt", scratch, report);
    }

    [Fact]
    public void An_empty_folder_lacks_everything_and_each_check_says_what_to_do()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["home"]);
        scratch.Write("person/.config/sops/age/keys.txt", "");

        var report = Doctor.Run(Request(scratch, "home"));

        Assert.Equal(1, report.ExitCode);
        Verify("empty.expected.txt", scratch, report);
    }

    [Fact]
    public void An_exposed_key_and_rules_for_another_key_are_found()
    {
        using var scratch = new Scratch();
        scratch.Home();
        File.SetUnixFileMode(scratch["home/age.key"], MemoryFile.DefaultMode);
        scratch.Write("home/.sops.yaml", "creation_rules:\n  - age: age1other\n");
        scratch.Write("home/.gitignore", "*.key\n");

        var report = Doctor.Run(Request(scratch, "home"));

        Verify("exposed.expected.txt", scratch, report);
    }

    [Fact]
    public void A_repository_with_git_identity_remote_and_hook_is_in_order()
    {
        using var scratch = new Scratch();
        scratch.Home();
        scratch.Write("person/.gitconfig", "[user]\n\tname = \"Ada\"\n\temail = ada@example.org\n# x = y\n");
        scratch.Write(
            "home/.git/config",
            "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@github.com:example/home-ops.git\n"
        );
        scratch.Write("home/.git/hooks/pre-commit", "#!/bin/sh\n");
        var request = Request(scratch, "home");
        var environment = new Dictionary<string, string>(request.Environment, StringComparer.Ordinal)
        {
            ["SOPS_AGE_KEY_FILE"] = scratch["home/age.key"],
            ["KUBECONFIG"] = "kubeconfig",
            ["TALOSCONFIG"] = "talos/clusterconfig/talosconfig",
        };

        Verify("complete.expected.txt", scratch, Doctor.Run(request with { Environment = environment }));
    }

    [Fact]
    public void What_leads_elsewhere_is_found_with_the_remedy()
    {
        using var scratch = new Scratch();
        scratch.Home();
        scratch.Write("home/.git/config", "[remote \"origin\"]\n\turl = https://github.com/other/place\n");
        scratch.Write("elsewhere/age.key", "");
        scratch.Write(
            "home/nodes.yaml",
            scratch.Read("home/nodes.yaml").Replace("10.0.50.11", "10.0.50", StringComparison.Ordinal)
        );
        scratch.Write("home/kubernetes/other.sops.yaml", "a: 1\n");
        File.SetUnixFileMode(scratch["home/github-deploy.key"], MemoryFile.DefaultMode);
        File.SetUnixFileMode(scratch["home/github-push-token.txt"], MemoryFile.DefaultMode);
        var request = Request(scratch, "home");
        var environment = new Dictionary<string, string>(request.Environment, StringComparer.Ordinal)
        {
            ["SOPS_AGE_KEY_FILE"] = scratch["elsewhere/age.key"],
            ["KUBECONFIG"] = "/etc/other/kubeconfig",
        };
        File.SetLastWriteTimeUtc(scratch["home/cluster.yaml"], new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        var behind = new FixedTime(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));

        var report = Doctor.Run(request with { Environment = environment, Time = behind });

        Assert.Equal(1, report.ExitCode);
        Verify("elsewhere.expected.txt", scratch, report);
    }

    [Fact]
    public void A_remote_that_is_not_the_repository_of_cluster_yaml_is_found()
    {
        using var scratch = new Scratch();
        scratch.Home();
        scratch.Write("home/.git/config", "[remote \"origin\"]\n\turl = https://github.com/other/place.git\n");

        Assert.Contains(
            Doctor.Run(Request(scratch, "home")).Checks,
            static c =>
                c is { Name: "git remote", State: DoctorState.Warning }
                && c.Text == "origin is not example/home-ops, which cluster.yaml tells Flux to follow"
        );
    }

    [Fact]
    public void An_encrypted_file_that_was_tampered_with_is_named()
    {
        using var scratch = new Scratch();
        scratch.Home();
        const string Secret = "home/kubernetes/components/common/cluster-secrets.sops.yaml";
        scratch.Write(
            Secret,
            scratch.Read(Secret).Replace("ENC[AES256_GCM,data:", "ENC[AES256_GCM,data:AAAA", StringComparison.Ordinal)
        );

        Assert.Contains(
            Doctor.Run(Request(scratch, "home")).Checks,
            static c =>
                c is { Name: "encrypted files", State: DoctorState.Failed }
                && c.Text.StartsWith("age.key does not open kubernetes/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Encrypted_files_of_a_lost_key_are_named()
    {
        using var scratch = new Scratch();
        scratch.Home();
        File.Delete(scratch["home/age.key"]);

        Assert.Contains(
            Doctor.Run(Request(scratch, "home")).Checks,
            static c => c is { Name: "encrypted files", State: DoctorState.Failed }
        );
    }

    [Fact]
    public void A_key_file_without_a_key_is_found()
    {
        using var scratch = new Scratch();
        scratch.Write("home/age.key", "# nothing\n");

        Assert.Contains(
            new DoctorCheck(
                "age.key",
                DoctorState.Failed,
                "holds no age identity",
                "it needs a line that begins with AGE-SECRET-KEY-; restore it from your backup"
            ),
            Doctor.Run(Request(scratch, "home")).Checks
        );
    }

    private static DoctorRequest Request(Scratch scratch, string folder) =>
        new()
        {
            Folder = scratch[folder],
            Environment = new Dictionary<string, string> { ["HOME"] = scratch["person"] },
            Time = new FixedTime(DateTime.UtcNow),
        };

    private sealed class FixedTime(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static void Verify(string golden, Scratch scratch, DoctorReport report) =>
        Golden.Verify(golden, Printed(report).Replace(scratch[""].TrimEnd('/'), "/scratch", StringComparison.Ordinal));

    private static string Printed(DoctorReport report) =>
        string.Concat(
            report.Checks.Select(static c =>
                $"{c.State, -7} {c.Name}: {c.Text}\n" + (c.Remedy is null ? "" : $"        {c.Remedy}\n")
            )
        );
}
