namespace HomeOps.EndToEnd;

/// <summary>A shell on a terminal of 80 columns and 60 lines, with homeops on its path, in a folder of its own.</summary>
internal sealed class TmuxTerminal : IDisposable
{
    private readonly string socket;

    public TmuxTerminal()
    {
        Assert.SkipUnless(
            Path.Exists("/usr/bin/tmux"),
            "shows the screen of a terminal with tmux, which .ci/run installs"
        );
        socket = Folder["tmux"];
        Directory.CreateDirectory(Folder["bin"]);
        File.CreateSymbolicLink(Folder["bin/homeops"], HomeOpsBinary.Path);
        var shell = $"PS1='' PATH='{Folder["bin"]}':$PATH sh";
        // Without a prompt, since it would come before or after what is typed, as the shell is slow or quick.
        Tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "60", shell);
    }

    public ScratchFolder Folder { get; } = new();

    public void Type(string line) => Tmux("send-keys", line, "Enter");

    /// <summary>The screen once it shows a text.</summary>
    public string WaitFor(string text)
    {
        for (var tries = 0; ; tries++)
        {
            var screen = Capture();
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.True(tries < 300, $"'{text}' does not appear:\n{screen}");
            Thread.Sleep(100);
        }
    }

    /// <summary>The screen as it is; with <c>-e</c> as the sequences that colour it.</summary>
    public string Capture(params string[] flags) => Tmux(["capture-pane", "-p", .. flags]);

    public void Dispose()
    {
        Tmux("kill-server");
        Folder.Dispose();
    }

    private string Tmux(params string[] args) =>
        Program
            .Run(
                "/usr/bin/tmux",
                Folder.Path,
                ["-S", socket, .. args],
                input: null,
                new Dictionary<string, string> { ["TERM"] = "xterm", ["NO_COLOR"] = "" }
            )
            .Expect(0)
            .Output;
}
