using System.Text.RegularExpressions;

namespace HomeOps.EndToEnd;

/// <summary>The main job on the example cluster.</summary>
public sealed partial class ConfigureTests
{
    [Theory]
    [InlineData("classic")]
    [InlineData("post-quantum")]
    public void Configuring_twice_changes_nothing_the_second_time(string ageKey)
    {
        using var folder = Example(ageKey);
        var before = folder.Snapshot();

        var again = HomeOpsBinary.Run(folder.Path, "configure", "cluster").Expect(0);

        Assert.Equal(before, folder.Snapshot());
        Assert.Contains("nothing changed", again.Output, StringComparison.Ordinal);
        HomeOpsBinary.Run(folder.Path, "configure", "cluster", "--check").Expect(0);
    }

    [Fact]
    public void Changing_one_secret_changes_its_line_the_mac_and_the_date_only()
    {
        using var folder = Example("classic");
        // lastmodified counts whole seconds, and the first run is quicker than one.
        Thread.Sleep(TimeSpan.FromSeconds(1.1));
        var before = folder.Snapshot();
        var inputs = folder.Read("cluster/cluster.yaml");
        folder.Write(
            "cluster/cluster.yaml",
            CloudflareToken().Replace(inputs, "cloudflare_token: another-test-only-token")
        );

        HomeOpsBinary.Run(folder.Path, "configure", "cluster", "--check").Expect(3);
        HomeOpsBinary.Run(folder.Path, "configure", "cluster").Expect(0);

        var changed = folder
            .Snapshot()
            .Where(f => before[f.Key].Content != f.Value.Content)
            .Select(static f => f.Key)
            .Where(static f => f.EndsWith(".sops.yaml", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(changed);
        foreach (var file in changed)
        {
            var old = System.Text.Encoding.UTF8.GetString(Convert.FromHexString(before[file].Content)).Split('\n');
            var now = folder.Read(file).Split('\n');
            Assert.Equal(old.Length, now.Length);
            var lines = now.Where((line, i) => line != old[i]).Select(static l => l.TrimStart().Split(':')[0]).ToList();
            Assert.Equal(3, lines.Count);
            Assert.Equal(["lastmodified", "mac"], lines[1..].Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Sops_age_opens_every_encrypted_file_of_a_classic_run()
    {
        using var folder = Example("classic");
        var files = Encrypted(folder);

        var opened = Peers.Node(
            folder.Path,
            """
            import { decryptSops } from "sops-age";
            import { readFileSync } from "node:fs";
            const secretKey = readFileSync("cluster/age.key", "utf8").split("\n").find((l) => l.startsWith("AGE-SECRET-KEY-"));
            for (const path of process.argv.slice(2)) {
              const tree = await decryptSops(readFileSync(path, "utf8"), { secretKey, fileType: "yaml" });
              if (JSON.stringify(tree).includes("ENC[")) throw new Error(path + " is still encrypted");
              console.log(path);
            }
            """,
            [.. files]
        );

        Assert.Equal(files, opened.Expect(0).Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void The_data_key_of_a_post_quantum_run_opens_with_age_encryption_and_the_file_with_homeops()
    {
        using var folder = Example("post-quantum");
        var files = Encrypted(folder);

        foreach (var file in files)
        {
            var text = HomeOpsBinary.Run(folder["cluster"], "secrets", "decrypt", folder[file]).Expect(0).Output;
            Assert.DoesNotContain("ENC[", text, StringComparison.Ordinal);
        }

        Peers
            .Node(
                folder.Path,
                """
                import { Decrypter, armor } from "age-encryption";
                import { readFileSync } from "node:fs";
                const key = readFileSync("cluster/age.key", "utf8").split("\n").find((l) => l.startsWith("AGE-SECRET-KEY-PQ-"));
                for (const path of process.argv.slice(2)) {
                  const lines = readFileSync(path, "utf8").split("\n").map((l) => l.trim());
                  const from = lines.findIndex((l) => l.startsWith("-----BEGIN AGE"));
                  const to = lines.findIndex((l) => l.startsWith("-----END AGE"));
                  const d = new Decrypter();
                  d.addIdentity(key);
                  const dataKey = await d.decrypt(armor.decode(lines.slice(from, to + 1).join("\n")));
                  if (dataKey.length !== 32) throw new Error(path + ": the data key is not 32 bytes");
                }
                """,
                [.. files]
            )
            .Expect(0);
    }

    [Fact]
    public void Kustomize_builds_every_kustomization_of_the_example()
    {
        Peers.Require();
        using var folder = Example("classic");
        var kustomizations = Directory.GetFiles(folder["cluster"], "kustomization.yaml", SearchOption.AllDirectories);

        Assert.NotEmpty(kustomizations);
        foreach (var file in kustomizations)
        {
            var outcome = Peers.Kustomize(Path.GetDirectoryName(file) ?? "");
            Assert.True(
                outcome.ExitCode == 0 || IsComponent(file),
                $"{Path.GetRelativePath(folder.Path, file)}\n{outcome.Error}"
            );
        }
    }

    // A component has no build of its own; kustomize builds it through the kustomizations that name it.
    private static bool IsComponent(string file) =>
        File.ReadAllText(file).Contains("\nkind: Component\n", StringComparison.Ordinal);

    /// <summary>A folder in which <c>cluster</c> is the configured example.</summary>
    private static ScratchFolder Example(string ageKey)
    {
        var folder = new ScratchFolder();
        folder.CopyFrom("examples/home", "example");
        HomeOpsBinary
            .Run(folder.Path, "configure", "example", "--into", "cluster", "--create-keys", "--age-key", ageKey)
            .Expect(0);
        return folder;
    }

    private static List<string> Encrypted(ScratchFolder folder)
    {
        var files = Directory
            .GetFiles(folder["cluster"], "*.sops.yaml", SearchOption.AllDirectories)
            .Where(static f => Path.GetFileName(f) != ".sops.yaml")
            .Select(f => Path.GetRelativePath(folder.Path, f))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    [GeneratedRegex("^cloudflare_token: .*$", RegexOptions.Multiline)]
    private static partial Regex CloudflareToken();
}
