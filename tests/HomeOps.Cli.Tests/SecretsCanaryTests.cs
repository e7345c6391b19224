using System.Text;

namespace HomeOps.Cli.Tests;

/// <summary>
/// A plaintext, a passphrase and a private key with marks in them go through every secrets and age command, right ones and failing ones: a mark is
/// seen only where the user asked for the plaintext.
/// </summary>
public sealed class SecretsCanaryTests
{
    private const string Mark = "canary-5f3a";
    private const string Plain = $"kind: Secret\nstringData:\n  token: {Mark}-one\n  list: [{Mark}-two]\n";
    private const string Token = "[\"stringData\"][\"token\"]";

    public static TheoryData<string> Quiet() =>
        [
            "secrets encrypt plain.sops.yaml",
            "secrets encrypt -i a.sops.yaml",
            "secrets encrypt broken.sops.yaml",
            "secrets encrypt broken.sops.json",
            "secrets encrypt broken.sops.env",
            "secrets decrypt --output restored.yaml a.sops.yaml",
            "secrets decrypt tampered.sops.yaml",
            "secrets decrypt half.sops.yaml",
            "secrets decrypt broken.sops.yaml",
            "secrets decrypt --config /dev/null --input-type json a.sops.yaml",
            "secrets get a.sops.yaml [\"absent\"]",
            "secrets get half.sops.yaml [\"absent\"]",
            $"secrets set a.sops.yaml [\"x\"] {Mark}",
            $"secrets set a.sops.yaml {Token} \"{Mark}-new\"",
            "secrets set a.sops.yaml [\"x\"] --value-stdin",
            "secrets set a.sops.yaml [\"x\"] --value-file plain.sops.yaml",
            $"secrets unset a.sops.yaml {Token}",
            "secrets edit a.sops.yaml",
            "secrets edit tampered.sops.yaml",
            "secrets edit new.sops.yaml",
            "secrets rotate a.sops.yaml",
            "secrets rotate -i half.sops.yaml",
            "secrets updatekeys --yes",
            "secrets updatekeys half.sops.yaml",
            "secrets status a.sops.yaml plain.sops.yaml broken.sops.yaml",
            "secrets status --output json plain.sops.yaml",
            "secrets check",
            "secrets check --output json",
            "secrets check --identity age.key",
            "secrets check --identity plain.sops.yaml",
            "secrets rules a.sops.yaml",
            "secrets diff a.sops.yaml b.sops.yaml",
            "secrets diff a.sops.yaml half.sops.yaml",
            "secrets exec-env a.sops.yaml true",
            "secrets exec-file a.sops.yaml true",
            "secrets exec-file --no-fifo a.sops.yaml true",
            "secrets merge-driver b.sops.yaml a.sops.yaml b.sops.yaml",
            "secrets merge-driver plain.sops.yaml a.sops.yaml b.sops.yaml",
            "secrets merge-driver a.sops.yaml broken.sops.yaml b.sops.yaml",
            "secrets install-hooks",
            "secrets keygen -o plain.sops.yaml",
            "age encrypt -R plain.sops.yaml a.sops.yaml",
            "age encrypt -i plain.sops.yaml a.sops.yaml",
            "age encrypt -p -a plain.sops.yaml",
            "age encrypt -i age.key -a plain.sops.yaml",
            "age decrypt -i plain.sops.yaml a.sops.yaml",
            "age decrypt -i age.key plain.sops.yaml",
            "age decrypt plain.sops.yaml",
        ];

    [Theory]
    [MemberData(nameof(Quiet))]
    public void No_mark_is_printed_and_none_is_left_on_disk(string commandLine)
    {
        using var world = Household();
        var before = MarkedFiles(world);

        world.Run(commandLine.Split(' '));

        var printed = world.Output + world.Error + Encoding.Latin1.GetString(world.OutputBytes);
        Assert.DoesNotContain(Mark, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Read("age.key").Split('\n')[2][20..], printed, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(world["run"]));
        string[] asked = commandLine.Contains("restored", StringComparison.Ordinal) ? ["restored.yaml"] : [];
        Assert.Empty(MarkedFiles(world).Except(before, StringComparer.Ordinal).Except(asked, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("exec-file")]
    [InlineData("exec-env")]
    public void No_process_has_the_plaintext_among_its_arguments(string command)
    {
        var mark = $"canary-{Guid.NewGuid():n}";
        using var world = SecretsWorld.WithFile($"data={mark}\n", "a.sops.env");
        // One process that does have it shows that the search finds what there is; the search itself does not name it as it is.
        world.Write(
            "search",
            $"sh -c 'sleep 2; true' {mark} &\nsleep 0.3\nfor f in /proc/[0-9]*/cmdline; do tr '\\0' ' ' < $f; echo; done 2>&1 | grep -c '{mark[..^1]}[{mark[^1]}]' > count\nwait\n"
        );

        Assert.Equal(0, world.Run("secrets", command, "a.sops.env", "sh search"));

        Assert.Equal("1\n", world.Read("count"));
    }

    private static TestWorld Household()
    {
        var world = SecretsWorld.WithFile(Plain);
        world.Write("b.sops.yaml", Plain.Replace("one", "other", StringComparison.Ordinal));
        world.Run("secrets", "encrypt", "-i", "b.sops.yaml");
        world.Write("c.sops.env", $"data={Mark}\n");
        world.Run("secrets", "encrypt", "-i", "c.sops.env");
        var encrypted = world.Read("a.sops.yaml");
        world.Write("tampered.sops.yaml", encrypted.Replace("mac: ENC[", "mac: XNC[", StringComparison.Ordinal));
        world.Write(
            "half.sops.yaml",
            encrypted.Replace("stringData:\n", $"stringData:\n  added: {Mark}-three\n", StringComparison.Ordinal)
        );
        world.Write("plain.sops.yaml", Plain);
        world.Write("broken.sops.yaml", $"stringData:\n  token: [{Mark}\n");
        world.Write("broken.sops.json", $"{{\"token\": {Mark}");
        world.Write("broken.sops.env", $"{Mark}\n");
        world.Environment["EDITOR"] = SecretsWorld.Script(world, "editor", $"echo '{Mark}: [' >> \"$1\"");
        world.Input = Encoding.UTF8.GetBytes($"{Mark} is no JSON");
        world.Answers.Enqueue($"{Mark}-passphrase");
        world.Answers.Enqueue($"{Mark}-passphrase");
        return world;
    }

    private static List<string> MarkedFiles(TestWorld world) =>
        [
            .. Directory
                .EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories)
                .Where(static f => File.ReadAllText(f, Encoding.Latin1).Contains(Mark, StringComparison.Ordinal))
                .Select(f => Path.GetRelativePath(world.Folder, f)),
        ];
}
