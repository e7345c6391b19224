using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using HomeOps.Testing;

namespace HomeOps.EndToEnd;

/// <summary>What a person sees on a terminal of 80 columns, as tmux shows it.</summary>
public sealed partial class TerminalTests
{
    [Fact]
    public void Init_asks_and_lists_what_it_made()
    {
        using var terminal = new TmuxTerminal();
        terminal.Type("homeops init home");
        terminal.WaitFor("such as example.com):");
        terminal.Type("example.com");
        terminal.WaitFor("(owner/name):");
        terminal.Type("me/cluster");

        Golden.Verify("Screens/init.txt", Screen(terminal.WaitFor("homeops configure'")));
    }

    [Fact]
    public void Init_says_what_is_wrong_with_an_answer()
    {
        using var terminal = new TmuxTerminal();
        terminal.Type("homeops init home --node-cidr 10.0.0.5/33 --repository cluster; echo exit $?");
        terminal.WaitFor("such as example.com):");
        terminal.Type("https://example.com");

        Golden.Verify("Screens/init-bad.txt", Screen(terminal.WaitFor("exit 1")));
    }

    [Fact]
    public void Configure_asks_before_it_removes_files()
    {
        using var terminal = Configured();
        Replace(terminal, "storage_zfs_pool: \"tank\"", "");
        terminal.Type("homeops configure");
        terminal.WaitFor("[y/N]");
        terminal.Type("y");

        Golden.Verify("Screens/configure.txt", Screen(terminal.WaitFor("\ndone")));
    }

    [Theory]
    [InlineData("", "configure-bad.txt")]
    [InlineData("NO_COLOR=1 ", "configure-bad-no-color.txt")]
    public void Configure_shows_what_is_wrong_with_its_place(string variable, string golden)
    {
        using var terminal = Configured();
        Replace(terminal, "\"dsr\"", "\"drs\"");
        Replace(terminal, "node_cidr: \"10.0.0.0/16\"", "node_cidr: \"10.0.0.5/16\"");
        Replace(terminal, "cloudflare_domain:", "cloudflare_domian:");
        terminal.Type(variable + "homeops configure");

        terminal.WaitFor("nothing written");
        Golden.Verify("Screens/" + golden, Screen(terminal.Capture("-e")));
    }

    [Fact]
    public void Configure_shows_a_conflict_with_an_edit()
    {
        using var terminal = Configured();
        terminal.Folder.Write("home/.git/HEAD", "ref: refs/heads/main\n");
        HomeOpsBinary.Run(terminal.Folder["home"], "configure").Expect(0);
        Replace(terminal, "\"dsr\"", "\"snat\"");
        File.AppendAllText(terminal.Folder["home/kubernetes/apps/kube-system/cilium/app/helmrelease.yaml"], "# mine\n");
        terminal.Type("homeops configure");

        Golden.Verify("Screens/configure-conflict.txt", Screen(terminal.WaitFor("nothing written")));
    }

    [Fact]
    public void Gensecret_leaves_nothing_of_its_progress()
    {
        using var terminal = Configured();
        terminal.Type("homeops talos gensecret -o talos/talsecret.sops.yaml");

        Golden.Verify("Screens/gensecret.txt", Screen(terminal.WaitFor("made, encrypted")));
    }

    [Fact]
    public void What_takes_longer_than_half_a_second_shows_what_it_is_at()
    {
        // A server that takes the connection and says nothing.
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var terminal = new TmuxTerminal();
        terminal.Folder.Write(
            "base/kustomization.yaml",
            $"resources: [\"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/a.yaml\"]\n"
        );
        terminal.Type("homeops kustomize build --remote-bases base");

        Golden.Verify("Screens/progress.txt", Screen(terminal.WaitFor("building …")));
    }

    private static TmuxTerminal Configured()
    {
        var terminal = new TmuxTerminal();
        terminal.Folder.CopyFrom("examples/home", "example");
        HomeOpsBinary
            .Run(
                terminal.Folder.Path,
                "configure",
                "example",
                "--into",
                "home",
                "--create-keys",
                "--age-key",
                "classic"
            )
            .Expect(0);
        // The typed line does not show the word that is waited for.
        terminal.Type("cd home; clear; echo rea''dy");
        terminal.WaitFor("ready");
        return terminal;
    }

    private static void Replace(TmuxTerminal terminal, string old, string now)
    {
        var text = terminal.Folder.Read("home/cluster.yaml");
        Assert.Contains(old, text, StringComparison.Ordinal);
        terminal.Folder.Write("home/cluster.yaml", text.Replace(old, now, StringComparison.Ordinal));
    }

    // Times and keys differ in every run.
    private static string Screen(string captured) =>
        Key().Replace(Times().Replace(captured, "time      …\n"), "ssh-ed25519 …\n").TrimEnd('\n') + "\n";

    [GeneratedRegex(@"time      load [\s\S]*?ms\n(?=done|failed|changes)")]
    private static partial Regex Times();

    [GeneratedRegex(@"ssh-ed25519 [\s\S]*?deploy-key\n")]
    private static partial Regex Key();
}
