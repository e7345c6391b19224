namespace HomeOps.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("-1")]
    [InlineData("abc")]
    public void A_number_of_builds_is_a_number_from_0_on(string word)
    {
        using var world = new TestWorld();

        Assert.Equal(2, world.Run("build", "all", "--concurrency", word));
        Assert.Equal(
            $"error HO0001: --concurrency takes a whole number from 0 on, not '{word}'\n  = hint: see 'homeops build all --help'\n",
            world.Error
        );
    }

    [Theory]
    [InlineData("build all --only-images", "homeops build all", "--only-images")]
    [InlineData("build ks --foo -p k", "homeops build ks", "--foo")]
    public void An_unknown_flag_is_no_argument(string line, string command, string flag)
    {
        using var world = new TestWorld();

        Assert.Equal(2, world.Run(line.Split(' ')));
        Assert.StartsWith(
            $"error HO0002: '{command}' has no command or argument '{flag}'\n",
            world.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--log-level", "DEBUG")]
    [InlineData("--log-level=DEBUG")]
    public void The_log_level_of_flux_local_may_stand_before_the_command(params string[] flag)
    {
        using var world = new TestWorld();
        world.Write("cluster/kustomization.yaml", "resources: []\n");

        world.Run([.. flag, "test", "--path", "cluster"]);
        Assert.DoesNotContain("HO0001", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("HO0002", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_working_folder_only_help_and_version_work()
    {
        using var world = new TestWorld();
        var nowhere = world.World with { WorkingFolder = "" };

        Assert.Equal(1, HomeOpsCli.Run(["render"], nowhere));
        Assert.Equal(
            "error HO0031: the working folder was deleted, or cannot be reached\n"
                + "  = hint: change to a folder that exists; when it was made anew: cd \"$PWD\"\n",
            world.Error
        );
        Assert.Equal(0, HomeOpsCli.Run(["version"], nowhere));
        Assert.Equal(0, HomeOpsCli.Run(["render", "--help"], nowhere));
    }

    [Fact]
    public void A_standard_output_that_takes_nothing_is_named()
    {
        using var world = new TestWorld();
        var terminal = world.World.Terminal with { Out = new StreamWriter(new Closed()) { AutoFlush = true } };

        Assert.Equal(1, HomeOpsCli.Run(["version"], world.World with { Terminal = terminal }));
        Assert.Equal(
            "error HO0032: standard output cannot be written: it is closed\n"
                + "  = hint: redirect it to a file that can be written, or name one\n",
            world.Error
        );
    }

    private sealed class Closed : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new StandardOutputException("it is closed");
    }
}
