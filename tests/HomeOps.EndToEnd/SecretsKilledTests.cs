using System.Diagnostics;
using System.Text;

namespace HomeOps.EndToEnd;

/// <summary>Commands that are ended from outside, at any moment, or find no room: files stay sound, and no plaintext is left.</summary>
public sealed class SecretsKilledTests
{
    private const string Mark = "canary-77b1";
    private const string Plain = $"kind: Secret\nstringData:\n  token: {Mark}\n";

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void An_ended_edit_leaves_no_plaintext(string signal)
    {
        using var folder = Household();
        var before = folder.Read("a.sops.yaml");
        folder.Write(
            "editor",
            "#!/bin/sh\necho changed: x >> \"$1\"\necho $$ > editor.pid\ntouch started\nexec sleep 20\n"
        );
        Program.Run("chmod", folder.Path, ["+x", "editor"]).Expect(0);
        // Whoever runs the tests may ignore the signal (nohup does), which would be inherited and cannot be undone by a shell.
        var script =
            $"env --default-signal={signal} '{HomeOpsBinary.Path}' secrets edit a.sops.yaml & pid=$!; "
            + $"while [ ! -e started ]; do sleep 0.05; done; sleep 0.2; kill -{signal} $pid; wait $pid";

        var ended = Program.Run("bash", folder.Path, ["-mc", script], input: null, Variables(folder));

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Equal(before, folder.Read("a.sops.yaml"));
        Assert.Empty(Directory.GetFileSystemEntries(folder["run"]));
    }

    [Fact]
    public void An_interrupt_is_the_editors_alone()
    {
        using var folder = Household();
        folder.Write("editor", "#!/bin/sh\ntrap '' INT\ntouch started\nsleep 1\n");
        Program.Run("chmod", folder.Path, ["+x", "editor"]).Expect(0);
        var script =
            $"'{HomeOpsBinary.Path}' secrets edit a.sops.yaml & pid=$!; "
            + "while [ ! -e started ]; do sleep 0.05; done; kill -INT $pid; wait $pid";

        var ended = Program.Run("bash", folder.Path, ["-mc", script], input: null, Variables(folder)).Expect(0);

        Assert.Contains("a.sops.yaml: unchanged\n", ended.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder["run"]));
    }

    [Fact]
    public void What_a_kill_leaves_behind_is_removed_by_the_next_run()
    {
        using var folder = Household();
        folder.Write("editor", "#!/bin/sh\necho $$ > editor.pid\ntouch started\nexec sleep 20\n");
        Program.Run("chmod", folder.Path, ["+x", "editor"]).Expect(0);
        var script =
            $"'{HomeOpsBinary.Path}' secrets edit a.sops.yaml & pid=$!; "
            + "while [ ! -e started ]; do sleep 0.05; done; sleep 0.2; kill -KILL $pid $(cat editor.pid); wait $pid; ls run | wc -l";
        var left = Program.Run("bash", folder.Path, ["-mc", script], input: null, Variables(folder));
        Assert.EndsWith("1\n", left.Output, StringComparison.Ordinal);

        HomeOpsBinary
            .Run(folder.Path, input: null, ["secrets", "exec-file", "a.sops.yaml", "true"], Variables(folder))
            .Expect(0);

        Assert.Empty(Directory.GetFileSystemEntries(folder["run"]));
    }

    [Theory]
    [InlineData("secrets", "set", "a.sops.yaml", "[\"stringData\"][\"other\"]", $"\"{Mark}\"")]
    [InlineData("secrets", "rotate", "-i", "a.sops.yaml")]
    [InlineData("secrets", "encrypt", "-i", "b.sops.yaml")]
    [InlineData("age", "encrypt", "-i", "age.key", "-o", "a.age", "b.sops.yaml")]
    public void A_command_killed_at_any_moment_leaves_a_sound_file(params string[] command)
    {
        using var folder = Household();
        folder.Write("b.sops.yaml", Plain);
        for (var delay = 0; delay <= 120; delay += 15)
        {
            using (var process = Start(folder, command))
            {
                Thread.Sleep(delay);
                process.Kill();
                process.WaitForExit();
            }

            HomeOpsBinary.Run(folder.Path, "secrets", "decrypt", "a.sops.yaml").Expect(0);
            Assert.All(
                Directory
                    .GetFiles(folder.Path)
                    .Where(static f => !f.EndsWith("/b.sops.yaml", StringComparison.Ordinal)),
                static f => Assert.DoesNotContain(Mark, File.ReadAllText(f, Encoding.Latin1), StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Without_room_the_file_stays_as_it_was()
    {
        using var folder = Household();
        var before = folder.Read("a.sops.yaml");
        var script = $"ulimit -f 0; '{HomeOpsBinary.Path}' secrets rotate -i a.sops.yaml";

        Assert.NotEqual(0, Program.Run("bash", folder.Path, ["-c", script]).ExitCode);

        Assert.Equal(before, folder.Read("a.sops.yaml"));
    }

    private static Process Start(ScratchFolder folder, string[] command)
    {
        var start = new ProcessStartInfo(HomeOpsBinary.Path, command)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = folder.Path;
        return Process.Start(start) ?? throw new InvalidOperationException("homeops did not start");
    }

    private static Dictionary<string, string> Variables(ScratchFolder folder) =>
        new(StringComparer.Ordinal) { ["XDG_RUNTIME_DIR"] = folder["run"], ["EDITOR"] = folder["editor"] };

    private static ScratchFolder Household()
    {
        var folder = new ScratchFolder();
        Directory.CreateDirectory(folder["run"]);
        HomeOpsBinary.Run(folder.Path, "secrets", "keygen", "--age-key", "classic", "-o", "age.key").Expect(0);
        var recipient = folder.Read("age.key").Split('\n')[1][14..];
        folder.Write(".sops.yaml", $"creation_rules:\n  - path_regex: \\.sops\\.yaml$\n    age: {recipient}\n");
        folder.Write("a.sops.yaml", Plain);
        HomeOpsBinary.Run(folder.Path, "secrets", "encrypt", "-i", "a.sops.yaml").Expect(0);
        return folder;
    }
}
