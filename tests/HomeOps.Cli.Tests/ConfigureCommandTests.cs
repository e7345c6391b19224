using System.Text.Json;
using HomeOps.Cli.Tests.House;
using HomeOps.Testing;

namespace HomeOps.Cli.Tests;

public sealed class ConfigureCommandTests
{
    [Fact]
    public void The_summary_names_nodes_addresses_files_secrets_findings_and_times()
    {
        using var world = WithExample();

        Assert.Equal(
            0,
            world.Run("configure", "example", "--into", "cluster", "--create-keys", "--age-key", "classic")
        );

        foreach (
            var part in (string[])
                [
                    "control0",
                    "worker2",
                    "api 10.0.50.50",
                    "dns 10.0.50.100",
                    "kubernetes/",
                    "encrypted",
                    "findings",
                    "write",
                    "made      age.key",
                ]
        )
        {
            Assert.Contains(part, world.Output, StringComparison.Ordinal);
        }

        Assert.EndsWith("done\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("configure", "cluster"));
        Assert.EndsWith("nothing changed\n", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_create_keys_every_missing_file_is_named_and_nothing_is_written()
    {
        using var world = WithExample();

        Assert.Equal(1, world.Run("configure", "example", "--into", "cluster"));

        Assert.Contains("age.key", world.Error, StringComparison.Ordinal);
        Assert.Contains("github-push-token.txt", world.Error, StringComparison.Ordinal);
        Assert.EndsWith("failed, nothing written\n", world.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world["cluster"]));
    }

    [Fact]
    public void A_link_that_leads_out_of_the_repository_is_named()
    {
        using var world = WithExample();
        world.Run("configure", "example", "--into", "cluster", "--create-keys", "--age-key", "classic");
        Directory.Move(world["cluster/kubernetes"], world["elsewhere"]);
        Directory.CreateSymbolicLink(world["cluster/kubernetes"], world["elsewhere"]);

        Assert.Equal(1, world.Run("configure", "cluster"));

        Assert.Contains(
            "error HO0101: 'kubernetes' leads out of the target folder through a symbolic link\n"
                + "  --> kubernetes\n  = hint: remove the link, or make it point inside the folder\n",
            world.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Check_and_dry_run_write_nothing_and_say_what_would_change()
    {
        using var world = WithExample();
        world.Run("configure", "example", "--into", "cluster", "--create-keys", "--age-key", "classic");
        var inputs = world.Read("cluster/cluster.yaml");
        world.Write(
            "cluster/cluster.yaml",
            inputs.Replace("repository_branch: ", "# repository_branch: ", StringComparison.Ordinal)
                + "repository_branch: next\n"
        );
        var before = File.GetLastWriteTimeUtc(world["cluster/.homeops/manifest.json"]);

        Assert.Equal(3, world.Run("configure", "cluster", "--check"));
        Assert.Contains("changed", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("configure", "cluster", "--dry-run"));
        Assert.EndsWith("changes pending, nothing written\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(world["cluster/.homeops/manifest.json"]));
    }

    [Fact]
    public void A_file_edited_by_hand_is_not_overwritten_silently()
    {
        using var world = WithExample();
        world.Run("configure", "example", "--into", "cluster", "--create-keys", "--age-key", "classic");
        const string File = "cluster/kubernetes/components/common/namespace.yaml";
        var edited = world.Read(File) + "# mine\n";
        world.Write(File, edited);

        Assert.Equal(0, world.Run("configure", "cluster"));
        Assert.Equal(edited, world.Read(File));
        Assert.Equal(0, world.Run("configure", "cluster", "--force"));
    }

    [Fact]
    public void The_report_for_programs_holds_no_secret()
    {
        using var world = WithExample();

        Assert.Equal(
            0,
            world.Run(
                "configure",
                "example",
                "--into",
                "cluster",
                "--create-keys",
                "--output",
                "json",
                "--age-key",
                "classic"
            )
        );

        using var report = JsonDocument.Parse(world.Output);
        Assert.Equal("written", report.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(5, report.RootElement.GetProperty("nodes").GetArrayLength());
        var secret = world.Read("cluster/age.key").Split('\n')[2];
        Assert.DoesNotContain(secret, world.Output + world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("AGE-SECRET-KEY", world.Output + world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_told_as_sarif_with_places_and_without_secrets()
    {
        using var world = WithExample();
        world.Write(
            "example/cluster.yaml",
            world.Read("example/cluster.yaml") + "cloudflare_toke: secret-in-a-misspelt-key\n"
        );

        Assert.Equal(
            1,
            world.Run("configure", "example", "--create-keys", "--age-key", "classic", "--output", "sarif")
        );

        Golden.Verify(
            "findings.expected.sarif",
            world.Output.Replace(Commands.VersionCommand.Number, "VERSION", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("secret-in-a-misspelt-key", world.Output, StringComparison.Ordinal);
        Assert.Equal("", world.Error);
        Assert.Equal(2, world.Run("init", "--output", "sarif"));
        Assert.Contains("'sarif' is no form of output: it is text or json", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_names_each_file_with_its_changed_lines()
    {
        using var world = WithExample();
        world.Run("configure", "example", "--into", "cluster", "--create-keys", "--age-key", "classic");
        world.Write(
            "cluster/cluster.yaml",
            world
                .Read("cluster/cluster.yaml")
                .Replace("test-only-cloudflare-token", "another-token", StringComparison.Ordinal)
        );

        Assert.Equal(0, world.Run("configure", "cluster", "--dry-run"));

        Assert.Contains("  changed  +", world.Output, StringComparison.Ordinal);
        Assert.Contains(".sops.yaml", world.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("another-token", world.Output + world.Error, StringComparison.Ordinal);
        Assert.Contains("etcd      2 control planes, 0 failures survived", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Force_and_keep_exclude_each_other()
    {
        using var world = new TestWorld();

        Assert.Equal(2, world.Run("configure", "--force", "--keep"));
        Assert.Contains("--force and --keep exclude each other", world.Error, StringComparison.Ordinal);
    }

    private static TestWorld WithExample()
    {
        var world = new TestWorld();
        foreach (var file in Directory.GetFiles(Path.Join(Checkout.Root, "examples", "home")))
        {
            world.Write("example/" + Path.GetFileName(file), File.ReadAllText(file));
        }

        return world;
    }
}
