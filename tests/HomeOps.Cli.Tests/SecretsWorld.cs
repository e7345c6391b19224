namespace HomeOps.Cli.Tests;

/// <summary>Worlds with an age key and a rule for <c>*.sops.yaml</c>.</summary>
internal static class SecretsWorld
{
    /// <summary>age.key and a rule that encrypts data and stringData for it.</summary>
    public static TestWorld WithRule()
    {
        var world = new TestWorld();
        WriteRule(world, MakeKey(world, "age.key"));
        return world;
    }

    /// <summary>The same, with real programs and an encrypted file <c>a.sops.yaml</c>.</summary>
    public static TestWorld WithFile(string plain, string name = "a.sops.yaml")
    {
        var world = WithRule();
        world.Processes = new RealProcesses(world.Environment);
        world.Environment["XDG_RUNTIME_DIR"] = Directory.CreateDirectory(world["run"]).FullName;
        world.Write(name, plain);
        Assert.Equal(0, world.Run("secrets", "encrypt", "--in-place", name));
        return world;
    }

    /// <summary>Makes a classic key and returns its recipient.</summary>
    public static string MakeKey(TestWorld world, string file)
    {
        Assert.Equal(0, world.Run("secrets", "keygen", "--age-key", "classic", "-o", file));
        return world.Read(file).Split('\n')[1][14..];
    }

    public static void WriteRule(TestWorld world, params string[] recipients) =>
        world.Write(
            ".sops.yaml",
            $"creation_rules:\n  - path_regex: \\.sops\\.(yaml|env)$\n    encrypted_regex: ^(data|stringData)$\n    age: {string.Join(',', recipients)}\nstores:\n  yaml:\n    indent: 2\n"
        );

    /// <summary>Writes a shell script that can be run and returns its path.</summary>
    public static string Script(TestWorld world, string name, string lines)
    {
        world.Write(name, "#!/bin/sh\n" + lines + "\n");
        File.SetUnixFileMode(world[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return world[name];
    }
}
