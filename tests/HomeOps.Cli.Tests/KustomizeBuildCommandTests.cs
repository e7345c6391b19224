namespace HomeOps.Cli.Tests;

public sealed class KustomizeBuildCommandTests
{
    private const string ConfigMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\n";

    [Fact]
    public void Prints_the_objects()
    {
        using var world = Tree("resources: [app.yaml]");

        Assert.Equal(0, world.Run("kustomize", "build", "top"));
        Assert.Equal(ConfigMap, System.Text.Encoding.UTF8.GetString(world.OutputBytes));
        Assert.Equal("", world.Error);
    }

    [Fact]
    public void Writes_a_file_for_each_object_into_a_folder()
    {
        using var world = Tree("resources: [app.yaml, ns.yaml]");
        world.Write("top/ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ../up\n");
        Directory.CreateDirectory(world["out"]);

        Assert.Equal(0, world.Run("kustomize", "build", "top", "--output", "out"));
        Assert.Equal(ConfigMap, world.Read("out/v1_configmap_app.yaml"));
        Assert.Equal(2, Directory.GetFiles(world["out"]).Length);
        Assert.True(File.Exists(world["out/v1_namespace_.._up.yaml"]));
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_stays_a_pipe()
    {
        using var world = Tree("resources: [app.yaml]");
        Libc.MakeFifo(world["pipe"]);
        var reader = Task.Run(() => File.ReadAllText(world["pipe"]), TestContext.Current.CancellationToken);

        Assert.Equal(0, world.Run("kustomize", "build", "top", "-o", "pipe"));
        var read = await reader.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(ConfigMap, read);
        Assert.True(Files.OutputFile.IsSpecial(world["pipe"]));
    }

    [Theory]
    [InlineData("--enable-helm")]
    [InlineData("--enable-helm", "top")]
    [InlineData("--load_restrictor", "LoadRestrictionsNone", "top")]
    [InlineData("top", "--load_restrictor=LoadRestrictionsNone")]
    public void An_unknown_flag_is_no_folder(params string[] words)
    {
        using var world = Tree("resources: [app.yaml]");

        Assert.Equal(2, world.Run(["kustomize", "build", .. words]));
        var flag = words.First(static w => w.StartsWith('-')).Split('=')[0];
        var hint =
            flag == "--load_restrictor" ? "did you mean '--load-restrictor'?" : "see 'homeops kustomize build --help'";
        Assert.Equal(
            $"error HO0002: 'homeops kustomize build' has no command or argument '{flag}'\n  = hint: {hint}\n",
            world.Error
        );
    }

    [Fact]
    public void Behind_two_dashes_a_flag_is_a_folder()
    {
        using var world = Tree("resources: [app.yaml]");
        Directory.Move(world["top"], world["--top"]);

        Assert.Equal(0, world.Run("kustomize", "build", "--", "--top"));
    }

    [Fact]
    public void An_empty_output_is_a_usage_error()
    {
        using var world = Tree("resources: [app.yaml]");

        Assert.Equal(2, world.Run("kustomize", "build", "top", "-o", ""));
        Assert.Equal(
            "error HO0030: the value of '--output' is empty\n  = hint: name a path; see 'homeops kustomize build --help'\n",
            world.Error
        );
        Assert.Empty(Directory.GetFiles(world.Folder, "*.yaml"));
    }

    [Fact]
    public void A_base_on_another_machine_needs_permission()
    {
        using var world = Tree("resources:\n- file:///srv/bases//base?ref=v1");

        Assert.Equal(1, world.Run("kustomize", "build", "top"));
        Assert.Equal(
            """
            error HO0712: 'file:///srv/bases//base?ref=v1' is on another machine and is not fetched
              --> top/kustomization.yaml:2:3
               |
             2 | - file:///srv/bases//base?ref=v1
               |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = hint: `homeops kustomize build --remote-bases` fetches it; or copy what it holds into the repository

            """,
            world.Error
        );
    }

    [Fact]
    public void Offline_never_fetches()
    {
        using var world = Tree("resources:\n- file:///srv/bases//base?ref=v1");

        Assert.Equal(1, world.Run("kustomize", "build", "top", "--remote-bases", "--offline"));
        Assert.StartsWith(
            "error HO0798: 'file:///srv/bases//base?ref=v1' cannot be fetched: it was never fetched before, and --offline forbids to fetch it now\n",
            world.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_password_in_an_address_is_not_shown()
    {
        using var world = Tree("resources:\n- https://me:not-a-real-token@git.example.com/a/b.git?ref=v1");

        Assert.Equal(1, world.Run("kustomize", "build", "top"));
        Assert.Contains("https://***@git.example.com/a/b.git?ref=v1", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-real-token", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_16_MiB_is_not_read()
    {
        using var world = Tree("configMapGenerator: [{name: big, files: [big.bin]}]");
        using (var big = File.Create(world["top/big.bin"]))
        {
            big.SetLength((16 * 1024 * 1024) + 1);
        }

        Assert.Equal(1, world.Run("kustomize", "build", "top"));
        Assert.StartsWith("error HO0799: 'top/big.bin' is larger than 16 MiB\n", world.Error, StringComparison.Ordinal);
    }

    private static TestWorld Tree(string kustomization)
    {
        var world = new TestWorld();
        world.Write("top/kustomization.yaml", kustomization + "\n");
        world.Write("top/app.yaml", ConfigMap);
        return world;
    }
}
