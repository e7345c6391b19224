namespace HomeOps.Cli.Tests;

/// <summary>Worlds with a talconfig.yaml of a control plane and a worker, and the secrets of a cluster.</summary>
internal static class TalosWorld
{
    public const string Talconfig = """
        clusterName: home
        talosVersion: ${talosVersion}
        kubernetesVersion: v1.36.4
        endpoint: https://10.0.0.50:6443
        nodes:
          - hostname: control0
            ipAddress: 10.0.0.10
            controlPlane: true
            installDisk: /dev/sda
          - hostname: worker0
            ipAddress: 10.0.0.20
            installDisk: /dev/sda
        patches:
          - "@./patches/sysctls.yaml"
        worker:
          patches:
            - "machine: {sysctls: {vm.swappiness: '20'}}"

        """;

    // An RSA key of 4096 bits takes a while, so the secrets are made once.
    private static readonly Lazy<string> Secrets = new(static () =>
    {
        using var world = new TestWorld();
        Assert.Equal(0, world.Run("talos", "gensecret"));
        return world.Output;
    });

    /// <summary>The secrets in plain text, as <c>gensecret</c> prints them.</summary>
    public static string PlainSecrets => Secrets.Value;

    /// <summary>Every value of the secrets that nobody may see: all but the certificates.</summary>
    public static IReadOnlyList<string> SecretTexts =>
        [
            .. PlainSecrets
                .Split('\n')
                .Select(static l => l.Trim().Split(": "))
                .Where(static p => p is [not "crt", { Length: > 0 }])
                .Select(static p => p[1]),
        ];

    /// <summary>A key, rules, talconfig.yaml and its companions, and an encrypted talsecret.sops.yaml.</summary>
    public static TestWorld Create()
    {
        var world = WithoutSecrets();
        world.Write("talos/talsecret.sops.yaml", PlainSecrets);
        Assert.Equal(0, world.Run("secrets", "encrypt", "--in-place", "talos/talsecret.sops.yaml"));
        return world;
    }

    public static TestWorld WithoutSecrets()
    {
        var world = new TestWorld();
        var recipient = SecretsWorld.MakeKey(world, "age.key");
        world.Write(
            ".sops.yaml",
            $"creation_rules:\n  - path_regex: talos/.*\\.sops\\.yaml$\n    age: {recipient}\n  - path_regex: kubernetes/.*\\.sops\\.yaml$\n    encrypted_regex: ^(data|stringData)$\n    age: {recipient}\n"
        );
        world.Write("talos/talconfig.yaml", Talconfig);
        world.Write("talos/talenv.yaml", "talosVersion: v1.13.9\n");
        world.Write("talos/patches/sysctls.yaml", "machine:\n  sysctls:\n    vm.swappiness: \"10\"\n");
        return world;
    }

    public static void Replace(TestWorld world, string file, string old, string now)
    {
        var text = world.Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        world.Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }
}
