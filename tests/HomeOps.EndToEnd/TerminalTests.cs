namespace HomeOps.EndToEnd;

/// <summary>What a person sees on a terminal of 80 columns, as tmux shows it.</summary>
public sealed class TerminalTests
{
    [Fact]
    public void Init_asks_and_lists_what_it_made()
    {
        using var folder = new ScratchFolder();
        var socket = Open(folder);
        try
        {
            Type(folder, socket, $"'{HomeOpsBinary.Path}' init home");
            WaitFor(folder, socket, "such as example.com):");
            Type(folder, socket, "example.com");
            WaitFor(folder, socket, "(owner/name):");
            Type(folder, socket, "me/cluster");
            var screen = WaitFor(folder, socket, "homeops configure'");

            Assert.Contains(
                """
                Domain of the cluster (such as example.com): example.com
                GitHub repository (owner/name): me/cluster
                made   .gitignore             keeps keys and tokens out of Git
                made   cluster.yaml           describes the cluster: fill in what is empty
                made   nodes.yaml             describes the nodes: replace the two samples
                made   age.key                opens every secret: keep a copy in a safe place
                made   github-deploy.key      lets Flux read a private repository
                made   github-deploy.key.pub  add it to a private repository's deploy keys
                made   github-push-token.txt  secret of the webhook that tells Flux about a push

                Deploy key, to be added to the GitHub repository (read-only):
                """,
                screen,
                StringComparison.Ordinal
            );
        }
        finally
        {
            Tmux(folder, "-S", socket, "kill-server");
        }
    }

    private static string Open(ScratchFolder folder)
    {
        Assert.SkipUnless(
            Path.Exists("/usr/bin/tmux"),
            "shows the screen of a terminal with tmux, which .ci/run installs"
        );
        var socket = folder["tmux"];
        Tmux(folder, "-S", socket, "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "60", "PS1='$ ' sh")
            .Expect(0);
        return socket;
    }

    private static void Type(ScratchFolder folder, string socket, string line) =>
        Tmux(folder, "-S", socket, "send-keys", line, "Enter").Expect(0);

    private static string WaitFor(ScratchFolder folder, string socket, string text)
    {
        for (var tries = 0; ; tries++)
        {
            var screen = Tmux(folder, "-S", socket, "capture-pane", "-p").Expect(0).Output;
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.True(tries < 300, $"'{text}' does not appear:\n{screen}");
            Thread.Sleep(100);
        }
    }

    private static Outcome Tmux(ScratchFolder folder, params string[] args) =>
        Program.Run(
            "/usr/bin/tmux",
            folder.Path,
            args,
            input: null,
            new Dictionary<string, string> { ["TERM"] = "xterm" }
        );
}
