using System.Text;
using HomeOps.Files;

namespace HomeOps.Cli.Tests;

public sealed class AgeCommandTests
{
    [Theory]
    [InlineData("classic")]
    [InlineData("post-quantum")]
    public void What_encrypt_writes_decrypt_opens(string kind)
    {
        using var world = WithKey(kind);
        world.Input = Encoding.UTF8.GetBytes("a note");

        Assert.Equal(0, world.Run("age", "encrypt", "-i", "key.txt", "--armor"));
        Assert.StartsWith(
            "-----BEGIN AGE ENCRYPTED FILE-----\n",
            Encoding.ASCII.GetString(world.OutputBytes),
            StringComparison.Ordinal
        );

        world.Input = world.OutputBytes;
        Assert.Equal(0, world.Run("age", "decrypt", "-i", "key.txt", "-o", "note.txt"));
        Assert.Equal("a note", world.Read("note.txt"));
        Assert.Equal(MemoryFile.PrivateMode, File.GetUnixFileMode(world["note.txt"]));
    }

    [Fact]
    public void A_recipients_file_names_several_keys()
    {
        using var world = WithKey("classic");
        var recipient = world.Read("key.txt").Split('\n')[1][14..];
        world.Write("friends.txt", $"# me\n{recipient}\n\n{recipient}\n");
        world.Write("note.txt", "a note");

        Assert.Equal(0, world.Run("age", "encrypt", "-R", "friends.txt", "-o", "note.age", "note.txt"));
        Assert.Equal(0, world.Run("age", "decrypt", "-i", "key.txt", "note.age"));
        Assert.Equal("a note", Encoding.UTF8.GetString(world.OutputBytes));
    }

    [Fact]
    public void A_bad_line_of_a_recipients_file_is_shown()
    {
        using var world = WithKey("classic");
        world.Write("friends.txt", "# me\nage1nonsense\n");

        Assert.Equal(1, world.Run("age", "encrypt", "-R", "friends.txt"));
        Assert.Contains("--> friends.txt:2:1", world.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hunter2", "HO0504")]
    [InlineData("AGE-SECRET-KEY-1HUNTER2", "HO0505")]
    public void A_line_that_is_no_public_key_is_not_shown(string line, string code)
    {
        using var world = WithKey("classic");
        world.Write("friends.txt", $"# me\n{line}\n");

        Assert.Equal(1, world.Run("age", "encrypt", "-R", "friends.txt"));
        Assert.StartsWith($"error {code}: ", world.Error, StringComparison.Ordinal);
        Assert.Contains("--> friends.txt:2:1", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", world.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_passphrase_is_asked_for_twice_and_opens_the_file()
    {
        using var world = new TestWorld();
        world.Input = Encoding.UTF8.GetBytes("a note");
        world.Answers.Enqueue("correct horse");
        world.Answers.Enqueue("correct horse");
        Assert.Equal(0, world.Run("age", "encrypt", "-p"));

        world.Input = world.OutputBytes;
        world.Answers.Enqueue("correct horse");
        Assert.Equal(0, world.Run("age", "decrypt"));
        Assert.Equal("a note", Encoding.UTF8.GetString(world.OutputBytes));
    }

    [Fact]
    public void A_damaged_file_leaves_no_output_file()
    {
        using var world = WithKey("classic");
        world.Input = new byte[300_000];
        Assert.Equal(0, world.Run("age", "encrypt", "-i", "key.txt"));
        world.Input = world.OutputBytes[..^100];

        Assert.Equal(1, world.Run("age", "decrypt", "-i", "key.txt", "-o", "big"));

        Assert.False(File.Exists(world["big"]));
        Assert.Equal([world["key.txt"]], Directory.GetFiles(world.Folder));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var world = WithKey("classic");

        Assert.Equal(1, world.Run("age", "decrypt", "-i", "key.txt", "absent.age"));
        Assert.Equal(
            $"error HO0003: could not find file '{world["absent.age"]}'\n  = hint: check the path, its permissions and the free space\n",
            world.Error
        );
    }

    [Fact]
    public void Binary_output_is_kept_from_the_terminal()
    {
        using var world = WithKey("classic");
        world.Input = Encoding.UTF8.GetBytes("a note");
        world.IsOutputTerminal = true;

        Assert.Equal(1, world.Run("age", "encrypt", "-i", "key.txt"));
        Assert.Equal(
            "error HO0004: the result is binary and would go to the terminal\n"
                + "  = hint: name a file with --output, redirect it, or ask for text with --armor\n",
            world.Error
        );
        Assert.Empty(world.OutputBytes);
        Assert.Equal(0, world.Run("age", "encrypt", "-i", "key.txt", "--armor"));
    }

    private static TestWorld WithKey(string kind)
    {
        var world = new TestWorld();
        Assert.Equal(0, world.Run("secrets", "keygen", "--age-key", kind, "-o", "key.txt"));
        return world;
    }
}
