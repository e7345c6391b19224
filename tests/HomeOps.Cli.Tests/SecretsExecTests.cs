namespace HomeOps.Cli.Tests;

public sealed class SecretsExecTests
{
    [Fact]
    public void Values_become_variables_of_the_command_and_its_exit_code_is_passed_on()
    {
        using var world = SecretsWorld.WithFile("TOKEN=a b\nEMPTY=\n", "a.sops.env");

        Assert.Equal(
            7,
            world.Run("secrets", "exec-env", "a.sops.env", "printf '%s|%s|' \"$TOKEN\" \"$PATH\" > out; exit 7")
        );
        Assert.StartsWith("a b|/", world.Read("out"), StringComparison.Ordinal);

        Assert.Equal(0, world.Run("secrets", "exec-env", "--pristine", "a.sops.env", "/usr/bin/env > out"));
        Assert.Contains("TOKEN=a b\n", world.Read("out"), StringComparison.Ordinal);
        Assert.DoesNotContain("HOME=", world.Read("out"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_values_are_refused()
    {
        using var world = SecretsWorld.WithFile("stringData:\n  a: b\n");

        Assert.Equal(1, world.Run("secrets", "exec-env", "a.sops.yaml", "true"));
        Assert.Contains("HO0674", world.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cat {} > out; test -p {}; exit 7", 7, "stringData:\n  a: not-a-real-token\n")]
    [InlineData("true", 0, "")]
    [InlineData("head -c 5 {} > out", 0, "strin")]
    public void A_command_reads_the_plaintext_from_a_pipe(string command, int exitCode, string read)
    {
        using var world = SecretsWorld.WithFile("stringData:\n  a: not-a-real-token\n");
        world.Write("out", "");

        Assert.Equal(exitCode, world.Run("secrets", "exec-file", "a.sops.yaml", command));

        Assert.Equal(read, world.Read("out"));
        Assert.Empty(Directory.GetFileSystemEntries(world["run"]));
    }

    [Fact]
    public void A_command_that_reads_twice_gets_a_private_file()
    {
        using var world = SecretsWorld.WithFile("stringData:\n  a: not-a-real-token\n");

        Assert.Equal(
            0,
            world.Run(
                "secrets",
                "exec-file",
                "--no-fifo",
                "--filename",
                "b.json",
                "--output-type",
                "json",
                "a.sops.yaml",
                "cat {} {} > out; stat -c '%a %F' {} >> out; basename {} >> out"
            )
        );

        Assert.EndsWith("600 regular file\nb.json\n", world.Read("out"), StringComparison.Ordinal);
        Assert.StartsWith("{\n", world.Read("out"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(world["run"]));
    }

    [Fact]
    public void The_name_of_the_pipe_stays_in_its_folder()
    {
        using var world = SecretsWorld.WithFile("stringData:\n  a: b\n");

        Assert.Equal(2, world.Run("secrets", "exec-file", "--filename", "../x", "a.sops.yaml", "true"));
    }
}
