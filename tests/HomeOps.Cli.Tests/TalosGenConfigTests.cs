using System.Text.Json;

namespace HomeOps.Cli.Tests;

public sealed class TalosGenConfigTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string[] Made =
    [
        ".gitignore",
        "home-control0.yaml",
        "home-worker0.yaml",
        "kubeconfig",
        "talosconfig",
    ];

    [Fact]
    public void Everything_is_written_private_and_a_second_run_touches_nothing()
    {
        using var world = TalosWorld.Create();

        Assert.Equal(0, world.Run("talos", "genconfig"));

        Assert.Equal("", world.Error);
        Assert.EndsWith("2 nodes, done\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(Made, Names(world));
        Assert.Equal(Private | UnixFileMode.UserExecute, File.GetUnixFileMode(world["talos/clusterconfig"]));
        Assert.All(Made[1..], f => Assert.Equal(Private, File.GetUnixFileMode(world["talos/clusterconfig/" + f])));
        Assert.Equal(
            "home-control0.yaml\nhome-worker0.yaml\ntalosconfig\nkubeconfig\n.homeops/\n",
            world.Read("talos/clusterconfig/.gitignore")
        );
        var before = Written(world);
        Assert.Equal(0, world.Run("talos", "genconfig"));
        Assert.Equal("2 nodes, nothing changed\n", world.Output);
        Assert.Equal(before, Written(world));
    }

    [Fact]
    public void Patches_are_applied_and_reported()
    {
        using var world = TalosWorld.Create();

        Assert.Equal(0, world.Run("talos", "genconfig", "--report"));

        Assert.Contains(
            "vm.swappiness: \"10\"",
            world.Read("talos/clusterconfig/home-worker0.yaml"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "control0:\n  machine.sysctls.vm.swappiness  talos/patches/sysctls.yaml:3\n"
                + "worker0:\n  machine.sysctls.vm.swappiness  talos/patches/sysctls.yaml:3, over talos/talconfig.yaml:17\n",
            world.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, world.Run("talos", "genconfig", "--group-first"));
        Assert.Contains(
            "vm.swappiness: \"20\"",
            world.Read("talos/clusterconfig/home-worker0.yaml"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_node_leaves_the_files_of_the_others_alone()
    {
        using var world = TalosWorld.Create();
        world.Run("talos", "genconfig");
        var control = world.Read("talos/clusterconfig/home-control0.yaml");
        TalosWorld.Replace(world, "talos/patches/sysctls.yaml", "10", "30");

        Assert.Equal(0, world.Run("talos", "genconfig", "--node", "10.0.0.20"));

        Assert.Equal("changed  talos/clusterconfig/home-worker0.yaml\n1 node, done\n", world.Output);
        Assert.Equal(control, world.Read("talos/clusterconfig/home-control0.yaml"));
        Assert.Equal(Made, Names(world));
        Assert.Equal(0, world.Run("talos", "genconfig"));
        Assert.Equal("changed  talos/clusterconfig/home-control0.yaml\n2 nodes, done\n", world.Output);
    }

    [Fact]
    public void The_config_of_a_node_that_is_gone_goes()
    {
        using var world = TalosWorld.Create();
        world.Run("talos", "genconfig");
        TalosWorld.Replace(
            world,
            "talos/talconfig.yaml",
            "  - hostname: worker0\n    ipAddress: 10.0.0.20\n    installDisk: /dev/sda\n",
            ""
        );

        Assert.Equal(0, world.Run("talos", "diff"));
        Assert.Contains("removed  talos/clusterconfig/home-worker0.yaml\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("talos", "genconfig"));

        Assert.False(File.Exists(world["talos/clusterconfig/home-worker0.yaml"]));
    }

    [Fact]
    public void A_file_edited_by_hand_is_not_overwritten_silently()
    {
        using var world = TalosWorld.Create();
        world.Run("talos", "genconfig");
        const string File = "talos/clusterconfig/home-worker0.yaml";
        world.Write(File, world.Read(File) + "# mine\n");
        TalosWorld.Replace(world, "talos/patches/sysctls.yaml", "10", "30");
        var control = world.Read("talos/clusterconfig/home-control0.yaml");

        Assert.Equal(1, world.Run("talos", "genconfig"));

        Assert.Contains("HO0104", world.Error, StringComparison.Ordinal);
        Assert.Contains($"--> {File}", world.Error, StringComparison.Ordinal);
        Assert.EndsWith("failed, nothing written\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(control, world.Read("talos/clusterconfig/home-control0.yaml"));
        Assert.Equal(0, world.Run("talos", "genconfig", "--keep"));
        Assert.EndsWith("# mine\n", world.Read(File), StringComparison.Ordinal);
        world.Write(File, world.Read(File) + "# again\n");
        TalosWorld.Replace(world, "talos/patches/sysctls.yaml", "30", "40");
        Assert.Equal(0, world.Run("talos", "genconfig", "--force"));
        Assert.DoesNotContain("# mine", world.Read(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_somebody_added_to_gitignore_stay()
    {
        using var world = TalosWorld.Create();
        world.Write("talos/clusterconfig/.gitignore", "mine\n");

        Assert.Equal(0, world.Run("talos", "genconfig"));

        Assert.StartsWith(
            "mine\nhome-control0.yaml\n",
            world.Read("talos/clusterconfig/.gitignore"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_short_lifetime_replaces_the_certificates_once()
    {
        using var world = TalosWorld.Create();
        world.Run("talos", "genconfig");

        Assert.Equal(0, world.Run("talos", "genconfig", "--crt-ttl", "24h"));
        Assert.Equal(
            "changed  talos/clusterconfig/kubeconfig\nchanged  talos/clusterconfig/talosconfig\n2 nodes, done\n",
            world.Output
        );
        Assert.Equal(0, world.Run("talos", "genconfig", "--crt-ttl", "24h"));
        Assert.Equal("2 nodes, nothing changed\n", world.Output);
        Assert.Equal(2, world.Run("talos", "genconfig", "--crt-ttl", "soon"));
        Assert.Contains("'soon' is no length of time", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_may_be_anywhere_and_findings_are_placed_as_seen_from_here()
    {
        using var world = TalosWorld.Create();
        Directory.Move(world["talos"], world["elsewhere"]);
        Directory.CreateDirectory(world["secret/talos"]);
        File.Move(world["elsewhere/talsecret.sops.yaml"], world["secret/talos/mine.sops.yaml"]);
        File.Move(world["elsewhere/talenv.yaml"], world["secret/versions.yaml"]);
        string[] args =
        [
            "talos",
            "genconfig",
            "-c",
            "elsewhere/talconfig.yaml",
            "-s",
            "secret/talos/mine.sops.yaml",
            "-e",
            "secret/versions.yaml",
            "-o",
            "out",
            "--no-gitignore",
            "--no-kubeconfig",
            "--offline-mode",
        ];

        Assert.Equal(0, world.Run(args));
        Assert.Equal(["home-control0.yaml", "home-worker0.yaml", "talosconfig"], Names(world, "out"));

        world.Write("elsewhere/patches/sysctls.yaml", "machine:\n  sysctl: {}\n");
        Assert.Equal(1, world.Run(args));
        Assert.Contains("error HO0802", world.Error, StringComparison.Ordinal);
        Assert.Contains("--> elsewhere/patches/sysctls.yaml:2:3", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_secrets_nothing_is_made_up()
    {
        using var world = TalosWorld.WithoutSecrets();

        Assert.Equal(1, world.Run("talos", "genconfig"));

        Assert.Contains("HO0840", world.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world["talos/clusterconfig"]));
    }

    [Fact]
    public void The_report_for_programs_names_nodes_files_and_patches()
    {
        using var world = TalosWorld.Create();

        Assert.Equal(0, world.Run("talos", "genconfig", "--output", "json", "--report"));

        using var report = JsonDocument.Parse(world.Output);
        Assert.True(report.RootElement.GetProperty("written").GetBoolean());
        var node = report.RootElement.GetProperty("nodes")[1];
        Assert.Equal("talos/clusterconfig/home-worker0.yaml", node.GetProperty("file").GetString());
        Assert.Equal("machine.sysctls.vm.swappiness", node.GetProperty("patched")[0].GetProperty("path").GetString());
        Assert.Equal(5, report.RootElement.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public void A_difference_is_shown_without_writing()
    {
        using var world = TalosWorld.Create();
        world.Run("talos", "genconfig");
        Assert.Equal(0, world.Run("talos", "diff", "--exit-code"));
        Assert.Equal("nothing differs\n", world.Output);
        TalosWorld.Replace(world, "talos/patches/sysctls.yaml", "10", "30");
        var before = Written(world);

        Assert.Equal(3, world.Run("talos", "diff", "--exit-code", "--node", "worker0"));

        Assert.StartsWith(
            "changed  talos/clusterconfig/home-worker0.yaml\n@@ ",
            world.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n-    vm.swappiness: \"10\"\n+    vm.swappiness: \"30\"\n",
            world.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("1 file differs\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("talos", "diff"));
        Assert.EndsWith("2 files differ\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("talos", "genconfig", "--dry-run", "--output", "json"));
        using var report = JsonDocument.Parse(world.Output);
        Assert.Equal("changed", report.RootElement.GetProperty("files")[0].GetProperty("change").GetString());
        Assert.Equal(before, Written(world));
    }

    private static IReadOnlyList<string> Names(TestWorld world, string folder = "talos/clusterconfig") =>
        [.. Directory.GetFiles(world[folder]).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static Dictionary<string, DateTime> Written(TestWorld world) =>
        Directory
            .EnumerateFiles(world["talos/clusterconfig"], "*", SearchOption.AllDirectories)
            .ToDictionary(static f => f, File.GetLastWriteTimeUtc, StringComparer.Ordinal);
}
