using System.Text;

namespace HomeOps.Cli.Tests;

public sealed class SecretsValueTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n  port: 5\n";

    [Fact]
    public void A_value_is_printed_as_it_is()
    {
        using var world = SecretsWorld.WithFile(Plain);

        Assert.Equal(0, world.Run("secrets", "get", "a.sops.yaml", "[\"stringData\"][\"token\"]"));
        Assert.Equal("not-a-real-token", Encoding.UTF8.GetString(world.OutputBytes));
        Assert.Equal(0, world.Run("secrets", "decrypt", "--extract", "[\"stringData\"][\"port\"]", "a.sops.yaml"));
        Assert.Equal("5\n", Encoding.UTF8.GetString(world.OutputBytes));
        Assert.Equal(1, world.Run("secrets", "get", "a.sops.yaml", "[\"stringData\"][\"absent\"]"));
        Assert.Contains("HO0672", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_what_is_there_changes_no_byte()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = world.Read("a.sops.yaml");

        Assert.Equal(0, world.Run("secrets", "set", "a.sops.yaml", "[\"stringData\"][\"port\"]", "5"));

        Assert.Equal(before, world.Read("a.sops.yaml"));
        Assert.Equal("a.sops.yaml: unchanged\n", world.Error);
    }

    [Fact]
    public void Setting_a_number_keeps_it_an_integer_and_every_other_line()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = world.Read("a.sops.yaml").Split('\n');

        Assert.Equal(0, world.Run("secrets", "set", "a.sops.yaml", "[\"stringData\"][\"port\"]", "6"));

        var after = world.Read("a.sops.yaml").Split('\n');
        var changed = before.Zip(after).Where(static p => p.First != p.Second).Select(static p => p.Second.Trim());
        Assert.Equal(before.Length, after.Length);
        Assert.Collection(
            changed.Where(static l => !l.StartsWith("lastmodified:", StringComparison.Ordinal)),
            static line => Assert.Matches("^port: ENC\\[.*type:int\\]$", line),
            static line => Assert.StartsWith("mac: ", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_value_comes_from_standard_input_or_a_file_too()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Input = "\"from input\""u8.ToArray();
        world.Write("value.json", "\"from file\"");

        Assert.Equal(0, world.Run("secrets", "set", "a.sops.yaml", "[\"stringData\"][\"a\"]", "--value-stdin"));
        Assert.Equal(
            0,
            world.Run("secrets", "set", "a.sops.yaml", "[\"stringData\"][\"b\"]", "--value-file", "value.json")
        );
        Assert.Equal(0, world.Run("secrets", "unset", "a.sops.yaml", "[\"stringData\"][\"token\"]"));

        world.Run("secrets", "decrypt", "a.sops.yaml");
        Assert.Equal(
            "kind: Secret\nstringData:\n  port: 5\n  a: from input\n  b: from file\n",
            Encoding.UTF8.GetString(world.OutputBytes)
        );
        Assert.Equal(2, world.Run("secrets", "set", "a.sops.yaml", "[\"x\"]", "1", "--value-stdin"));
        Assert.Equal(2, world.Run("secrets", "set", "a.sops.yaml", "[\"x\"]"));
    }

    [Fact]
    public void Unsetting_what_is_not_there_is_an_error_unless_it_may_lack()
    {
        using var world = SecretsWorld.WithFile(Plain);

        Assert.Equal(1, world.Run("secrets", "unset", "a.sops.yaml", "[\"x\"]"));
        Assert.Equal(0, world.Run("secrets", "unset", "a.sops.yaml", "[\"x\"]", "--idempotent"));
    }

    [Fact]
    public void A_value_that_is_no_JSON_is_not_shown()
    {
        using var world = SecretsWorld.WithFile(Plain);

        Assert.Equal(1, world.Run("secrets", "set", "a.sops.yaml", "[\"x\"]", "a-typed-secret"));
        Assert.Contains("HO0608", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a-typed-secret", world.Error, StringComparison.Ordinal);
    }
}
