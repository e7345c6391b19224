using System.Text;

namespace HomeOps.Cli.Tests;

/// <summary>
/// The secrets of a cluster, an encrypted patch and an encrypted variable go through the talos commands, right ones and failing ones: none
/// is printed, and none is in plain text on disk but in clusterconfig/.
/// </summary>
public sealed class TalosCanaryTests
{
    private const string Mark = "canary-77d1";

    public static TheoryData<string, string, string> Cases() =>
        new()
        {
            { "talos genconfig", "", "" },
            { "talos genconfig --report", "", "" },
            { "talos genconfig --output json --report", "", "" },
            { "talos genconfig --dry-run", "", "" },
            { "talos genconfig -o old", "", "" },
            { "talos genconfig -o old --dry-run", "", "" },
            { "talos diff -o old", "", "" },
            { "talos diff -o old --output json", "", "" },
            { "talos diff", "", "" },
            { "talos gensecret -o talos/talsecret.yaml", "", "" },
            { "talos gensecret -f old/home-worker0.yaml", "", "" },
            { "talos gensecret -f talos/talsecret.sops.yaml", "", "" },
            { "talos genconfig", "endpoint: https://10.0.0.50:6443", "endpoint: ${marked}" },
            { "talos genconfig", "vm.swappiness: '20'", "vm.swappiness: [\"${marked}\"]" },
            { "talos genconfig", "@./patches/sysctls.yaml", "@./patches/broken.yaml" },
            { "talos genconfig", "@./patches/sysctls.yaml", "@./patches/list.sops.yaml" },
            { "talos genconfig", "@./patches/sysctls.yaml", "@./patches/word.sops.yaml" },
            { "talos diff", "hostname: worker0", "hostname: ${marked}!" },
            { "talos genconfig -s talos/half.sops.yaml", "", "" },
            { "configure .", "", "" },
            { "doctor --output json", "", "" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_secret_is_printed_or_left_in_plain_text(string commandLine, string old, string now)
    {
        using var world = Household();
        if (old.Length > 0)
        {
            TalosWorld.Replace(world, "talos/talconfig.yaml", old, now);
        }

        var before = Marked(world);

        world.Run(commandLine.Split(' '));

        var printed = world.Output + world.Error + Encoding.Latin1.GetString(world.OutputBytes);
        Assert.NotEqual("", printed);
        Assert.DoesNotContain(Mark, printed, StringComparison.Ordinal);
        Assert.All(TalosWorld.SecretTexts, secret => Assert.DoesNotContain(secret, printed, StringComparison.Ordinal));
        string[] asked = ["talos/clusterconfig/", "old/"];
        Assert.All(
            Marked(world).Except(before, StringComparer.Ordinal),
            file => Assert.Contains(asked, a => file.StartsWith(a, StringComparison.Ordinal))
        );
    }

    // Two files of another cluster are in old/, one edited since: every secret of them differs from what is generated.
    private static TestWorld Household()
    {
        var world = TalosWorld.Create();
        Encrypted(world, "talos/talenv.sops.yaml", $"marked: {Mark}-variable\n");
        Encrypted(
            world,
            "talos/patches/secret.sops.yaml",
            $"machine:\n  sysctls:\n    kernel.domainname: {Mark}-patch\n"
        );
        Encrypted(world, "talos/patches/list.sops.yaml", $"machine:\n  sysctls:\n    - {Mark}-list\n");
        Encrypted(world, "talos/patches/word.sops.yaml", $"machine:\n  type: {Mark}-word\n");
        world.Write("talos/patches/broken.yaml", "machine:\n  sysctls: ${marked}\n  type: ${marked}\n");
        TalosWorld.Replace(
            world,
            "talos/talconfig.yaml",
            "patches:\n  - \"@./patches/sysctls.yaml\"\n",
            "patches:\n  - \"@./patches/sysctls.yaml\"\n  - \"@./patches/secret.sops.yaml\"\n  - \"machine: {env: {TOKEN: '${marked}'}}\"\n"
        );
        world.Write(
            "talos/half.sops.yaml",
            world.Read("talos/talsecret.sops.yaml").Replace("mac: ENC[", "mac: XNC[", StringComparison.Ordinal)
        );
        Assert.Equal(0, world.Run("talos", "genconfig", "-o", "old"));
        var token = TalosWorld.SecretTexts[4];
        foreach (var name in (string[])["old/home-control0.yaml", "old/home-worker0.yaml"])
        {
            TalosWorld.Replace(world, name, token, $"{Mark}-token");
        }

        return world;
    }

    private static void Encrypted(TestWorld world, string file, string text)
    {
        world.Write(file, text);
        Assert.Equal(0, world.Run("secrets", "encrypt", "--in-place", file));
    }

    private static List<string> Marked(TestWorld world) =>
        [
            .. Directory
                .EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories)
                .Where(static f =>
                {
                    var text = File.ReadAllText(f, Encoding.Latin1);
                    return text.Contains(Mark, StringComparison.Ordinal)
                        || TalosWorld.SecretTexts.Any(s => text.Contains(s, StringComparison.Ordinal));
                })
                .Select(f => Path.GetRelativePath(world.Folder, f)),
        ];
}
