namespace HomeOps.Cli.Tests;

/// <summary><c>homeops talos validate</c> and <c>homeops talos genurl</c>: reports and exit codes.</summary>
public sealed class TalosValidateTests
{
    private const string Talconfig =
        "clusterName: home\ntalosVersion: v1.13.9\nkubernetesVersion: v1.36.4\nendpoint: https://10.0.0.50:6443\nnodes:\n"
        + "  - hostname: control0\n    ipAddress: 10.0.0.10\n    controlPlane: true\n    installDisk: /dev/sda\n";

    [Fact]
    public void A_talconfig_without_secrets_is_fine()
    {
        using var world = new TestWorld();
        world.Write("talconfig.yaml", Talconfig);
        Assert.Equal(0, world.Run("talos", "validate", "talconfig"));
        Assert.Equal("the talconfig is fine\n", world.Output);
        Assert.Equal("", world.Error);
    }

    [Fact]
    public void A_mistake_is_shown_where_it_is_and_fails()
    {
        using var world = new TestWorld();
        world.Write("talos/talconfig.yaml", Talconfig + "    patches: ['@p.yaml']\n");
        world.Write("talos/p.yaml", "persist: false\n");
        Assert.Equal(1, world.Run("talos", "validate", "talconfig"));
        Assert.Contains("error HO1556", world.Error, StringComparison.Ordinal);
        Assert.Contains("--> talos/p.yaml:1:10", world.Error, StringComparison.Ordinal);
        Assert.Equal(1, world.Run("talos", "validate", "talconfig", "--output", "json"));
        Assert.Contains("\"code\": \"HO1556\"", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("talos", "validate", "talconfig", "--no-substitute"));
    }

    [Fact]
    public void JSON6902_patches_are_refused_strictly_only()
    {
        using var world = new TestWorld();
        world.Write(
            "talconfig.yaml",
            Talconfig + "    patches: ['[{\"op\": \"add\", \"path\": \"/debug\", \"value\": true}]']\n"
        );
        Assert.Equal(0, world.Run("talos", "validate", "talconfig"));
        Assert.Contains("warning HO0817", world.Error, StringComparison.Ordinal);
        Assert.Equal(1, world.Run("talos", "validate", "talconfig", "--talos-strict"));
        Assert.Contains("error HO0816", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_config_is_checked_for_where_it_runs()
    {
        using var world = new TestWorld();
        world.Write(
            "w.yaml",
            "machine: {type: worker, ca: {crt: Zm9v}}\ncluster: {controlPlane: {endpoint: 'https://10.0.0.50:6443'}}\n"
        );
        Assert.Equal(1, world.Run("talos", "validate", "nodeconfig", "w.yaml"));
        Assert.Contains("error HO1554", world.Error, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("talos", "validate", "nodeconfig", "w.yaml", "--mode", "cloud"));
        Assert.Equal(2, world.Run("talos", "validate", "nodeconfig", "w.yaml", "--mode", "moon"));
    }

    [Fact]
    public void Addresses_of_images_come_from_options_or_from_the_talconfig()
    {
        using var world = new TestWorld();
        Assert.Equal(0, world.Run("talos", "genurl", "installer", "--version", "1.13.0", "--secure-boot"));
        const string Empty = "376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba";
        Assert.Equal($"factory.talos.dev/metal-installer-secureboot/{Empty}:v1.13.0\n", world.Output);
        Assert.Equal(0, world.Run("talos", "genurl", "image", "--version", "v1.13.0", "--boot-method", "disk-image"));
        Assert.Equal($"https://factory.talos.dev/image/{Empty}/v1.13.0/metal-amd64.raw.zst\n", world.Output);
        world.Write("talconfig.yaml", Talconfig);
        Assert.Equal(0, world.Run("talos", "genurl", "image", "--node", "control0"));
        Assert.Equal($"https://factory.talos.dev/image/{Empty}/v1.13.9/metal-amd64.iso\n", world.Output);
        Assert.Equal(1, world.Run("talos", "genurl", "installer", "--node", "nas"));
        Assert.Contains("error HO0841", world.Error, StringComparison.Ordinal);
    }
}
