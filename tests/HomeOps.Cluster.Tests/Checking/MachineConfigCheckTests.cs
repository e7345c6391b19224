using System.Security.Cryptography;
using HomeOps.Talos;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster.Tests.Checking;

/// <summary>configure generates every node's machine config in memory; repositories with templates of their own show what it finds.</summary>
public sealed class MachineConfigCheckTests
{
    private const string Talconfig = """
        clusterName: home
        talosVersion: ${talosVersion}
        kubernetesVersion: v1.36.4
        endpoint: https://10.0.0.50:6443
        nodes:
          - hostname: control0
            ipAddress: 10.0.0.10
            controlPlane: true
            installDisk: /dev/sda
        patches:
          - "@./patches/mine.yaml"

        """;

    [Fact]
    public void The_blueprint_makes_configs_without_findings_and_leaves_no_stand_in()
    {
        using var scratch = new Scratch();

        var report = scratch.Home();

        Assert.Equal(ConfigureOutcome.Written, report.Outcome);
        Assert.DoesNotContain(
            report.Findings,
            static f => f.Location?.Path.StartsWith("talos/", StringComparison.Ordinal) == true
        );
        Assert.All(
            scratch.Snapshot("home").Values,
            static text => Assert.DoesNotContain("stand-in", text, StringComparison.Ordinal)
        );
        Assert.False(Directory.Exists(scratch["home/talos/clusterconfig"]));
    }

    [Fact]
    public void A_patch_of_ones_own_is_part_of_it_and_a_mistake_is_placed_there()
    {
        using var scratch = Project();
        Assert.Equal(ConfigureOutcome.Written, Run(scratch).Outcome);
        scratch.Write("home/talos/patches/mine.yaml", "machine:\n  sysctl:\n    a: b\n");

        var report = Run(scratch);

        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
        Assert.Equal(
            ["talos/patches/mine.yaml:2:3: error HO0802: Talos knows no key 'sysctl' in 'machine'"],
            Errors(report)
        );
    }

    [Fact]
    public void A_missing_patch_is_named_where_it_is_wanted()
    {
        using var scratch = Project();
        File.Delete(scratch["home/talos/patches/mine.yaml"]);

        Assert.Equal(
            ["talos/talconfig.yaml:11:5: error HO0835: there is no file './patches/mine.yaml'"],
            Errors(Run(scratch))
        );
    }

    [Fact]
    public void Secrets_that_are_there_are_opened_and_looked_at()
    {
        using var scratch = Project();
        Run(scratch);
        var secrets = SecretsBundle.Generate(RandomNumberGenerator.Fill, TimeProvider.System);
        scratch.Write("home/talos/talsecret.yaml", secrets.ToYaml(YamlProfile.Talhelper));
        Assert.Equal(ConfigureOutcome.Unchanged, Run(scratch).Outcome);
        scratch.Write(
            "home/talos/talsecret.yaml",
            secrets.ToYaml(YamlProfile.Talhelper).Replace("bootstraptoken:", "bootstraptok:", StringComparison.Ordinal)
        );

        var report = Run(scratch);

        Assert.Contains(Errors(report), static e => e.Contains("bootstraptok", StringComparison.Ordinal));
        Assert.DoesNotContain(secrets.BootstrapToken, scratch.Printed(report.Findings), StringComparison.Ordinal);
    }

    private static ConfigureReport Run(Scratch scratch) =>
        Configure.Run(scratch.Request("home") with { CreateKeys = true });

    private static IEnumerable<string> Errors(ConfigureReport report) =>
        report.Findings.Where(static f => f.Severity == Severity.Error).Select(static f => f.ToString());

    private static Scratch Project()
    {
        var scratch = TalosProject.Make(Talconfig);
        scratch.Write("home/talos/talenv.yaml", "talosVersion: v1.13.9\n");
        return scratch;
    }
}
