using System.Security.Cryptography;
using HomeOps.Cluster.Tests.Reading;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Starting;

public sealed class ClusterInitTests
{
    [Fact]
    public void An_empty_folder_gets_everything_that_configure_needs_but_the_tunnel()
    {
        using var scratch = new Scratch();

        var report = ClusterInit.Run(Request(scratch));

        Assert.Empty(report.Findings);
        Assert.Equal(0, report.ExitCode);
        Assert.All(report.Files, static f => Assert.True(f.IsNew, f.Path));
        Assert.Equal(
            [
                ".gitignore",
                "cluster.yaml",
                "nodes.yaml",
                "age.key",
                "github-deploy.key",
                "github-deploy.key.pub",
                "github-push-token.txt",
            ],
            report.Files.Select(static f => f.Path)
        );
        Assert.StartsWith("age1", report.Recipient, StringComparison.Ordinal);
        Assert.Equal(scratch.Read("new/github-deploy.key.pub").TrimEnd(), report.DeployKey);
        foreach (var secret in (string[])["cluster.yaml", "age.key", "github-deploy.key", "github-push-token.txt"])
        {
            Assert.Equal(MemoryFile.PrivateMode, File.GetUnixFileMode(scratch["new/" + secret]));
        }

        Assert.Matches("^[0-9a-f]{32}\n$", scratch.Read("new/github-push-token.txt"));
    }

    [Fact]
    public void Git_ignores_every_key_what_a_write_leaves_and_the_access_to_the_cluster()
    {
        using var scratch = new Scratch();
        ClusterInit.Run(Request(scratch));

        Assert.Equal(
            [
                "/age.key",
                "/cloudflare-tunnel.json",
                "/cluster.yaml",
                "/github-deploy.key",
                "/github-deploy.key.pub",
                "/github-push-token.txt",
                ".decrypted~*",
                "/.homeops/lock",
                "/.homeops/journal*",
                ".*.homeops-tmp-*",
                "/kubeconfig",
                "/talos/clusterconfig/",
                "talosconfig",
                ".DS_Store",
                ".task/",
                "Thumbs.db",
            ],
            scratch.Read("new/.gitignore").Split('\n').Where(static l => l.Length > 0 && !l.StartsWith('#'))
        );
    }

    [Fact]
    public void Running_it_again_changes_nothing_and_says_so()
    {
        using var scratch = new Scratch();
        ClusterInit.Run(Request(scratch));
        var before = scratch.Snapshot("new");

        var again = ClusterInit.Run(Request(scratch));

        Assert.Equal(before, scratch.Snapshot("new"));
        Assert.All(again.Files, static f => Assert.False(f.IsNew, f.Path));
        Assert.Equal(0, again.ExitCode);
    }

    [Fact]
    public void The_key_is_post_quantum_unless_a_classic_one_is_asked_for()
    {
        using var scratch = new Scratch();

        Assert.StartsWith(
            "age1pq1",
            ClusterInit.Run(Request(scratch) with { ClassicKey = false }).Recipient,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Only_what_a_person_must_fill_in_is_missing_from_the_samples()
    {
        using var scratch = new Scratch();
        ClusterInit.Run(Request(scratch));

        Assert.Equal(
            ["repository_name is empty", "cloudflare_domain is empty", "cloudflare_token is empty"],
            ReadSamples(scratch).Findings.Select(static f => f.Message)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("192.168.1.0/24")]
    [InlineData("10.0.50.0/28")]
    public void With_flags_only_the_token_is_left_to_fill_in(string? network)
    {
        using var scratch = new Scratch();
        ClusterInit.Run(
            Request(scratch) with
            {
                ClusterName = "home",
                Domain = "example.org",
                Repository = "example/home-ops",
                NodeCidr = network,
                Private = true,
            }
        );

        Assert.Equal(["cloudflare_token is empty"], ReadSamples(scratch).Findings.Select(static f => f.Message));
        Assert.Contains("repository_visibility: private\n", scratch.Read("new/cluster.yaml"), StringComparison.Ordinal);
        scratch.Write(
            "new/cluster.yaml",
            scratch
                .Read("new/cluster.yaml")
                .Replace("cloudflare_token: \"\"", "cloudflare_token: x", StringComparison.Ordinal)
        );
        Assert.NotNull(ReadSamples(scratch).Model);
    }

    [Fact]
    public void A_flag_that_configure_would_refuse_makes_nothing()
    {
        using var scratch = new Scratch();

        var report = ClusterInit.Run(
            Request(scratch) with
            {
                Domain = "https://example.org/",
                Repository = "home-ops",
                NodeCidr = "10.0.0.1/16",
                ApiAddress = "10.0.0",
                ClusterName = "My Home",
            }
        );

        Assert.Equal(1, report.ExitCode);
        HomeOps.Testing.Golden.Verify("refused-flags.expected.txt", BrokenInputTests.Printed(report.Findings));
        Assert.False(Directory.Exists(scratch["new"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_finding()
    {
        using var scratch = new Scratch();
        scratch.Write("new", "a file");

        var report = ClusterInit.Run(Request(scratch));

        HomeOps.Testing.Golden.Verify("folder-not-made.expected.txt", scratch.Printed(report.Findings));
        Assert.Equal("a file", scratch.Read("new"));
    }

    [Fact]
    public void The_public_half_of_the_deploy_key_belongs_to_the_private_one()
    {
        using var scratch = new Scratch();
        ClusterInit.Run(Request(scratch));
        var lines = scratch.Read("new/github-deploy.key").Split('\n');
        Assert.Equal("-----BEGIN OPENSSH PRIVATE KEY-----", lines[0]);
        Assert.Equal("-----END OPENSSH PRIVATE KEY-----", lines[^2]);
        Assert.All(lines[1..^3], static l => Assert.Equal(70, l.Length));

        var file = Convert.FromBase64String(string.Concat(lines[1..^2]));
        var blob = Convert.FromBase64String(scratch.Read("new/github-deploy.key.pub").Split(' ')[1]);
        var seed = file.AsSpan(file.AsSpan().LastIndexOf(blob.AsSpan(4 + 11 + 4)) - 32, 32).ToArray();
        var point = new byte[32];
        Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.GeneratePublicKey(seed, point);
        Assert.Equal(blob[^32..], point);
        CryptographicOperations.ZeroMemory(seed);
    }

    private static InitRequest Request(Scratch scratch) =>
        new()
        {
            Folder = scratch["new"],
            ClassicKey = true,
            Time = TimeProvider.System,
            Random = Scratch.Counting(),
        };

    private static ClusterReading ReadSamples(Scratch scratch) =>
        ClusterReader.Read(
            new SourceText("cluster.yaml", scratch.Read("new/cluster.yaml")),
            new SourceText("nodes.yaml", scratch.Read("new/nodes.yaml"))
        );
}
