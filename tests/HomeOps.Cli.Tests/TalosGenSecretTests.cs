namespace HomeOps.Cli.Tests;

public sealed class TalosGenSecretTests
{
    [Fact]
    public void Secrets_are_written_encrypted_and_private_and_open_again()
    {
        using var world = TalosWorld.WithoutSecrets();

        Assert.Equal(0, world.Run("talos", "gensecret", "-o", "talos/talsecret.sops.yaml"));

        Assert.Equal("talos/talsecret.sops.yaml: made, encrypted\n", world.Error);
        Assert.Equal("", world.Output);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(world["talos/talsecret.sops.yaml"])
        );
        Assert.Equal(0, world.Run("talos", "genconfig"));
    }

    [Theory]
    [InlineData("talos/talsecret.sops.yaml")]
    [InlineData("talos/talsecret.yaml")]
    [InlineData("talos/another.sops.yaml")]
    public void Secrets_never_take_the_place_of_others(string file)
    {
        using var world = TalosWorld.Create();
        var before = world.Read("talos/talsecret.sops.yaml");

        Assert.Equal(1, world.Run("talos", "gensecret", "-o", file));

        Assert.StartsWith(
            "error HO1500: there are secrets already: 'talos/talsecret.sops.yaml'\n",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(before, world.Read("talos/talsecret.sops.yaml"));
        Assert.Single(Directory.GetFiles(world["talos"], "*sops.yaml"));
    }

    [Fact]
    public void Without_a_rule_nothing_is_written()
    {
        using var world = TalosWorld.WithoutSecrets();

        Assert.Equal(1, world.Run("talos", "gensecret", "-o", "talsecret.yaml"));

        Assert.StartsWith(
            "error HO1501: no rule of a .sops.yaml says for whom 'talsecret.yaml' is to be encrypted\n",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(world["talsecret.yaml"]));
    }

    [Fact]
    public void A_rule_that_would_leave_secrets_readable_is_refused()
    {
        using var world = TalosWorld.WithoutSecrets();
        Directory.CreateDirectory(world["kubernetes"]);

        Assert.Equal(1, world.Run("talos", "gensecret", "-o", "kubernetes/talsecret.sops.yaml"));

        Assert.StartsWith(
            "error HO1502: the rule of .sops.yaml that covers 'kubernetes/talsecret.sops.yaml' would leave secrets in plain text\n",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFileSystemEntries(world["kubernetes"]));
    }

    [Fact]
    public void The_secrets_of_a_running_cluster_are_those_of_its_config()
    {
        using var world = TalosWorld.Create();
        Assert.Equal(0, world.Run("talos", "genconfig"));

        Assert.Equal(0, world.Run("talos", "gensecret", "-f", "talos/clusterconfig/home-control0.yaml"));

        Assert.Equal(TalosWorld.PlainSecrets, world.Output);
    }

    [Fact]
    public void The_config_of_a_worker_does_not_hold_them()
    {
        using var world = TalosWorld.Create();
        Assert.Equal(0, world.Run("talos", "genconfig"));

        Assert.Equal(1, world.Run("talos", "gensecret", "-f", "talos/clusterconfig/home-worker0.yaml"));

        Assert.Contains("HO0823", world.Error, StringComparison.Ordinal);
        Assert.Equal("", world.Output);
    }
}
