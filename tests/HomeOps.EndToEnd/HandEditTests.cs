using System.Text.Json;

namespace HomeOps.EndToEnd;

/// <summary>What was generated is found again: in git's folder, else in the history.</summary>
public sealed class HandEditTests
{
    private const string Release = "kubernetes/apps/kube-system/cilium/app/helmrelease.yaml";

    [Theory]
    [InlineData(true, true, "copy")]
    [InlineData(false, true, "history")]
    [InlineData(false, false, "unknown")]
    public void The_generated_version_is_looked_for_in_the_copy_and_in_the_history(
        bool hasCopy,
        bool hasHistory,
        string origin
    )
    {
        using var folder = Committed(hasHistory);
        Edit(folder["home"]);
        if (!hasCopy)
        {
            Directory.Delete(folder["home/.git/homeops"], recursive: true);
        }

        var view = Conflict(folder["home"]);

        Assert.Equal(origin, view.GetProperty("generated").GetString());
        if (origin != "unknown")
        {
            Assert.Equal(["+# mine"], Lines(view, "edit").Where(static l => l.StartsWith('+') || l.StartsWith('-')));
        }

        Assert.Contains("+      mode: snat", Lines(view, "coming"));
    }

    [Fact]
    public void A_linked_work_tree_keeps_its_copy_in_its_own_git_folder()
    {
        using var folder = Committed(hasHistory: true);
        Git(folder["home"], "worktree", "add", "-q", "../linked");
        foreach (var file in (string[])["cluster.yaml", "age.key", "cloudflare-tunnel.json", "github-push-token.txt"])
        {
            File.Copy(folder["home/" + file], folder["linked/" + file], overwrite: true);
        }

        HomeOpsBinary.Run(folder["linked"], "configure").Expect(0);
        Assert.True(File.Exists(folder["home/.git/worktrees/linked/homeops/written"]));
        Edit(folder["linked"]);

        Assert.Equal("copy", Conflict(folder["linked"]).GetProperty("generated").GetString());
        Assert.DoesNotContain("homeops/written", Git(folder["linked"], "status", "--short"), StringComparison.Ordinal);
    }

    private static ScratchFolder Committed(bool hasHistory)
    {
        var folder = new ScratchFolder();
        folder.CopyFrom("examples/home", "example");
        HomeOpsBinary
            .Run(folder.Path, "configure", "example", "--into", "home", "--create-keys", "--age-key", "classic")
            .Expect(0);
        Git(folder["home"], "init", "-q", "-b", "main");
        if (hasHistory)
        {
            Git(folder["home"], "add", ".");
            Git(folder["home"], "commit", "-q", "-m", "generated");
        }

        HomeOpsBinary.Run(folder["home"], "configure").Expect(0);
        Assert.True(File.Exists(folder["home/.git/homeops/written"]));
        return folder;
    }

    private static void Edit(string folder)
    {
        var input = Path.Join(folder, "cluster.yaml");
        File.WriteAllText(input, File.ReadAllText(input).Replace("\"dsr\"", "\"snat\"", StringComparison.Ordinal));
        File.AppendAllText(Path.Join(folder, Release), "# mine\n");
    }

    private static JsonElement Conflict(string folder)
    {
        var outcome = HomeOpsBinary.Run(folder, "configure", "--output", "json").Expect(1);
        using var report = JsonDocument.Parse(outcome.Output);
        return Assert.Single(report.RootElement.GetProperty("conflicts").EnumerateArray()).Clone();
    }

    private static IEnumerable<string> Lines(JsonElement view, string name) =>
        view.GetProperty(name).GetProperty("lines").EnumerateArray().Select(static l => l.GetString() ?? "");

    private static string Git(string folder, params string[] args) =>
        Program.Run("git", folder, ["-c", "user.name=T", "-c", "user.email=t@example.com", .. args]).Expect(0).Output;
}
