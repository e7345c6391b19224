using System.Text;

namespace HomeOps.Cli.Tests;

public sealed class SecretsGitTests
{
    private const string Plain = "kind: Secret\nstringData:\n  a: one\n  b: two\n  c: three\n";

    [Fact]
    public void Both_sides_changes_are_merged_into_a_sound_file()
    {
        using var world = WithSides(("a", "\"ours\""), ("c", "\"theirs\""));

        Assert.Equal(0, world.Run("secrets", "merge-driver", "base", "ours", "theirs", "a.sops.yaml"));

        Assert.Equal("kind: Secret\nstringData:\n  a: ours\n  b: two\n  c: theirs\n", Decrypted(world, "ours"));
        Assert.Equal(Line(world, "theirs", "c:"), Line(world, "ours", "c:"));
        Assert.Equal(Line(world, "base", "b:"), Line(world, "ours", "b:"));
    }

    [Fact]
    public void What_both_changed_differently_is_named_and_ours_is_kept()
    {
        using var world = WithSides(("a", "\"ours\""), ("a", "\"theirs\""));

        Assert.Equal(1, world.Run("secrets", "merge-driver", "base", "ours", "theirs", "a.sops.yaml"));

        Assert.Equal(
            "error HO0696: both sides changed 'stringData.a' of 'a.sops.yaml' differently; ours was kept\n"
                + "  = hint: set the value that is right with 'homeops secrets edit a.sops.yaml', then git add it\n",
            world.Error
        );
        Assert.Equal(Plain.Replace("one", "ours", StringComparison.Ordinal), Decrypted(world, "ours"));
    }

    [Fact]
    public void A_commit_with_a_plain_secret_is_found_in_what_is_staged()
    {
        using var world = SecretsWorld.WithFile(Plain);
        Git(world, "init", "-q");
        world.Write("b.sops.yaml", Plain);
        Git(world, "add", ".sops.yaml", "a.sops.yaml", "b.sops.yaml");
        world.Run("secrets", "encrypt", "-i", "b.sops.yaml");

        Assert.Equal(1, world.Run("secrets", "check", "--staged"));
        Assert.Contains("error HO0680: 'b.sops.yaml' is not encrypted", world.Error, StringComparison.Ordinal);

        Git(world, "add", "b.sops.yaml");
        Assert.Equal(0, world.Run("secrets", "check", "--staged"));
    }

    [Fact]
    public void What_git_ignores_is_no_part_of_the_repository()
    {
        using var world = SecretsWorld.WithFile(Plain);
        Git(world, "init", "-q");
        world.Write("ignored/b.sops.yaml", Plain);
        world.Write(".gitignore", "ignored/\nrun/\n");

        Assert.Equal(0, world.Run("secrets", "status"));
        Assert.StartsWith("a.sops.yaml: encrypted", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("secrets", "check"));
    }

    [Fact]
    public void Hooks_are_installed_once_and_never_over_others()
    {
        using var world = SecretsWorld.WithFile(Plain);
        Git(world, "init", "-q");

        Assert.Equal(0, world.Run("secrets", "install-hooks"));
        Assert.Equal(0, world.Run("secrets", "install-hooks"));

        Assert.Contains(
            "homeops secrets check --staged",
            world.Read(".git/hooks/pre-commit"),
            StringComparison.Ordinal
        );
        Assert.True(File.GetUnixFileMode(world[".git/hooks/pre-commit"]).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal("*.sops.* merge=homeops-sops\n", world.Read(".gitattributes"));
        Assert.Contains("merge-driver %O %A %B %P", world.Read(".git/config"), StringComparison.Ordinal);

        world.Write(".git/hooks/pre-commit", "#!/bin/sh\n");
        Assert.Equal(1, world.Run("secrets", "install-hooks"));
        Assert.Contains("HO0694", world.Error, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\n", world.Read(".git/hooks/pre-commit"));
    }

    [Fact]
    public void A_file_is_compared_with_what_was_committed()
    {
        using var world = SecretsWorld.WithFile(Plain, "deep/a.sops.yaml");
        Git(world, "init", "-q");
        Git(world, "add", ".");
        Git(world, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "x");
        world.Run("secrets", "set", "deep/a.sops.yaml", "[\"stringData\"][\"a\"]", "\"changed\"");

        Assert.Equal(0, world.Run("secrets", "diff", "deep/a.sops.yaml"));
        Assert.Equal("~ stringData.a (string)\n", world.Output);

        Assert.Equal(1, world.Run("secrets", "diff", "-r", "no-such-revision", "deep/a.sops.yaml"));
        Assert.Contains("error HO0693: git show ended with exit code 128", world.Error, StringComparison.Ordinal);
    }

    private static TestWorld WithSides((string Key, string Value) ours, (string Key, string Value) theirs)
    {
        var world = SecretsWorld.WithFile(Plain);
        foreach (
            var (name, key, value) in new[] { ("ours", ours.Key, ours.Value), ("theirs", theirs.Key, theirs.Value) }
        )
        {
            File.Copy(world["a.sops.yaml"], world[name]);
            var path = $"[\"stringData\"][\"{key}\"]";
            Assert.Equal(0, world.Run("secrets", "set", name, path, value, "--input-type", "yaml"));
        }

        File.Move(world["a.sops.yaml"], world["base"]);
        return world;
    }

    private static string Decrypted(TestWorld world, string file)
    {
        Assert.Equal(0, world.Run("secrets", "decrypt", "--input-type", "yaml", file));
        return Encoding.UTF8.GetString(world.OutputBytes);
    }

    private static string Line(TestWorld world, string file, string key) =>
        world.Read(file).Split('\n').Single(l => l.TrimStart().StartsWith(key, StringComparison.Ordinal));

    private static void Git(TestWorld world, params string[] arguments) =>
        Assert.Equal(0, world.Processes.Capture(new ProgramCall(["git", .. arguments], world.Folder)).ExitCode);
}
