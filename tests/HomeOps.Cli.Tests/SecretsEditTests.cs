using System.Text;

namespace HomeOps.Cli.Tests;

public sealed class SecretsEditTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n  other: stays\n";

    [Fact]
    public void What_the_editor_saves_is_encrypted_and_nothing_is_left_over()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var other = Line(world, "other:");
        world.Environment["EDITOR"] = "sed -i s/not-a-real/a-new/";

        Assert.Equal(0, world.Run("secrets", "edit", "a.sops.yaml"));

        Assert.Equal("a.sops.yaml: changed\n", world.Error);
        Assert.Equal(other, Line(world, "other:"));
        Assert.Equal(Plain.Replace("not-a-real", "a-new", StringComparison.Ordinal), Decrypted(world));
        AssertNothingLeft(world);
    }

    [Fact]
    public void The_editor_works_in_a_folder_and_a_file_of_its_owner_alone()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Environment["SOPS_EDITOR"] = SecretsWorld.Script(
            world,
            "editor",
            $"stat -c '%a %n' \"$(dirname \"$1\")\" \"$1\" > '{world["modes"]}'"
        );

        Assert.Equal(0, world.Run("secrets", "edit", "a.sops.yaml"));

        Assert.Matches("^700 .*\n600 .*/a.sops.yaml\n$", world.Read("modes"));
    }

    [Fact]
    public void An_unchanged_text_leaves_the_file_untouched()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = (world.Read("a.sops.yaml"), File.GetLastWriteTimeUtc(world["a.sops.yaml"]));
        world.Environment["EDITOR"] = "true";

        Assert.Equal(0, world.Run("secrets", "edit", "a.sops.yaml"));

        Assert.Equal(before, (world.Read("a.sops.yaml"), File.GetLastWriteTimeUtc(world["a.sops.yaml"])));
        Assert.Equal("a.sops.yaml: unchanged\n", world.Error);
    }

    [Fact]
    public void An_editor_that_crashes_changes_nothing_and_leaves_nothing()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = world.Read("a.sops.yaml");
        world.Environment["EDITOR"] = SecretsWorld.Script(world, "editor", "echo half > \"$1\"; kill -SEGV $$");

        Assert.Equal(1, world.Run("secrets", "edit", "a.sops.yaml"));

        Assert.StartsWith("error HO0692: the editor '", world.Error, StringComparison.Ordinal);
        Assert.Equal(before, world.Read("a.sops.yaml"));
        AssertNothingLeft(world);
    }

    [Fact]
    public void A_mistake_leads_back_to_the_editor_with_the_text_as_it_was_left()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Environment["EDITOR"] = SecretsWorld.Script(
            world,
            "editor",
            "if grep -q broken \"$1\"; then sed -i 's/^broken.*//' \"$1\"; else sed -i s/not-a-real/a-new/ \"$1\"; echo 'broken: [' >> \"$1\"; fi"
        );
        world.Answers.Enqueue("");

        Assert.Equal(0, world.Run("secrets", "edit", "a.sops.yaml"));

        Assert.Contains("HO0617", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a-new", world.Error, StringComparison.Ordinal);
        Assert.Contains("token: a-new-token", Decrypted(world), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_that_nobody_can_mend_changes_nothing()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = world.Read("a.sops.yaml");
        world.Environment["EDITOR"] = SecretsWorld.Script(world, "editor", "echo 'broken: [' > \"$1\"");

        Assert.Equal(1, world.Run("secrets", "edit", "a.sops.yaml"));

        Assert.Equal(before, world.Read("a.sops.yaml"));
        AssertNothingLeft(world);
    }

    [Fact]
    public void A_new_file_starts_from_an_example_by_its_rule()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Environment["EDITOR"] = "true";

        Assert.Equal(0, world.Run("secrets", "edit", "new.sops.yaml"));
        Assert.False(File.Exists(world["new.sops.yaml"]));

        world.Environment["EDITOR"] = "sed -i 's/key: value/key: a-new-value/'";
        Assert.Equal(0, world.Run("secrets", "edit", "new.sops.yaml"));
        Assert.Equal(0, world.Run("secrets", "decrypt", "new.sops.yaml"));
        Assert.Equal(
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: example\nstringData:\n  key: a-new-value\n",
            Encoding.UTF8.GetString(world.OutputBytes)
        );
    }

    [Fact]
    public void A_folder_that_a_killed_process_left_is_removed_by_the_next()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Write("run/homeops-secrets-0123456789ABCDEF/.lock", "");
        world.Write("run/homeops-secrets-0123456789ABCDEF/a.sops.yaml", Plain);
        world.Environment["EDITOR"] = "true";

        Assert.Equal(0, world.Run("secrets", "edit", "a.sops.yaml"));

        AssertNothingLeft(world);
    }

    [Fact]
    public void Without_an_editor_the_hint_names_the_variable()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Environment["PATH"] = "/nowhere";

        Assert.Equal(1, world.Run("secrets", "edit", "a.sops.yaml"));
        Assert.Equal(
            "error HO0691: there is no editor\n  = hint: name one in EDITOR or SOPS_EDITOR, e.g. EDITOR=nano\n",
            world.Error
        );
    }

    [Theory]
    [InlineData("code --wait", new[] { "code", "--wait" })]
    [InlineData(" 'my editor' \"a b\"c \\$x ''", new[] { "my editor", "a bc", "$x", "" })]
    [InlineData("  ", new string[0])]
    [InlineData("a 'open", new[] { "a", "open" })]
    public void A_command_line_is_divided_as_a_shell_does(string line, string[] words) =>
        Assert.Equal(words, Commands.ShellWords.Split(line));

    private static string Decrypted(TestWorld world)
    {
        Assert.Equal(0, world.Run("secrets", "decrypt", "a.sops.yaml"));
        return Encoding.UTF8.GetString(world.OutputBytes);
    }

    private static string Line(TestWorld world, string key) =>
        world.Read("a.sops.yaml").Split('\n').Single(l => l.Contains(key, StringComparison.Ordinal));

    private static void AssertNothingLeft(TestWorld world) =>
        Assert.Empty(Directory.GetFileSystemEntries(world["run"]));
}
