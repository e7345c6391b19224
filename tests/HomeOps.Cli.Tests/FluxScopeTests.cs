namespace HomeOps.Cli.Tests;

/// <summary>What <c>test</c>, <c>get</c> and <c>build</c> look at: kinds, namespaces, the folder they begin with, and options without use.</summary>
public sealed class FluxScopeTests
{
    [Fact]
    public void HelmReleases_that_could_not_be_tested_fail_with_the_cause()
    {
        using var world = FluxWorld.Make();
        world.Write("web/kustomization.yaml", "resources: [gone.yaml, app.yaml]\n");

        Assert.Equal(1, world.Run("test", "hr", "--path", "cluster"));

        Assert.StartsWith("SKIP  HelmRelease    home/web  ", world.Output, StringComparison.Ordinal);
        Assert.Contains("0 passed, 0 failed, 1 skipped", world.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "\nerror HO0705: there is neither a file nor a folder 'web/gone.yaml'\n  --> web/kustomization.yaml:1:13\n",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(1, world.Run("test", "hr", "--path", "cluster", "-o", "json"));
        Assert.Contains("\"verdict\": \"fail\"", world.Output, StringComparison.Ordinal);
        Assert.Contains("\"code\": \"HO0705\"", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_HelmRelease_what_failed_is_shown()
    {
        using var world = FluxWorld.Make();
        world.Write(
            "cluster/ks.yaml",
            world.Read("cluster/ks.yaml").Replace("./web", "./gone", StringComparison.Ordinal)
        );

        Assert.Equal(1, world.Run("test", "helmrelease", "--path", "cluster"));
        Assert.StartsWith(
            "FAIL  Kustomization  home/web  cluster/ks.yaml:6: there is no folder './gone'\n",
            world.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void HelmReleases_of_a_suspended_Kustomization_are_no_failure()
    {
        using var world = FluxWorld.Make();
        world.Write("cluster/ks.yaml", world.Read("cluster/ks.yaml") + "\n  suspend: true");

        Assert.Equal(0, world.Run("test", "hr", "--path", "cluster"));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("build all")]
    [InlineData("build ks web")]
    [InlineData("get images")]
    public void A_namespace_that_has_nothing_is_an_error(string command)
    {
        using var world = FluxWorld.Make();

        Assert.Equal(1, world.Run([.. command.Split(' '), "--path", "cluster", "-n", "hom"]));
        Assert.Equal("", world.Output);
        Assert.Equal(
            "error HO1665: nothing that Flux applies is in namespace 'hom'\n  = hint: did you mean 'home'?\n",
            world.Error
        );
        Assert.Equal(1, world.Run([.. command.Split(' '), "--path", "cluster", "-n", "nosuch"]));
        Assert.EndsWith("  = hint: there are flux-system, home\n", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_without_use_are_warnings()
    {
        using var world = FluxWorld.Make();

        Assert.Equal(
            0,
            world.Run(
                "test",
                "--path",
                "cluster",
                "--cluster-secret",
                "a/b/c",
                "--cluster-secret",
                "token",
                "--sources",
                "flux-sytem"
            )
        );
        Assert.Equal(
            """
            warning HO1666: --cluster-secret 'a/b/c' names no Secret
              = hint: write NAME or NAMESPACE/NAME
            warning HO1667: --cluster-secret 'token' has no effect: nothing takes values from a Secret of that name
            warning HO1667: --sources 'flux-sytem' has no effect: no Kustomization comes from a source of that name
              = hint: did you mean 'flux-system'?

            """,
            world.Error
        );
    }

    [Fact]
    public void Without_a_path_the_usual_folder_is_taken()
    {
        using var world = InUsualFolder();

        Assert.Equal(0, world.Run("test"));
        Assert.Contains(
            "PASS  Kustomization  flux-system/flux-system  kubernetes/flux/cluster\n",
            world.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "note HO1676: Flux's folder is taken to be kubernetes/flux/cluster\n  = hint: name another with --path\n",
            world.Error
        );
    }

    [Fact]
    public void The_root_of_the_repository_is_not_what_Flux_applies()
    {
        using var world = InUsualFolder();

        Assert.Equal(1, world.Run("test", "-p", "."));
        Assert.Equal("", world.Output);
        Assert.Equal(
            "error HO1677: '.' is the root of the repository, which is not what Flux applies first\n  = hint: say --path kubernetes/flux/cluster\n",
            world.Error
        );
    }

    [Fact]
    public void The_file_of_a_folder_stands_for_the_folder()
    {
        using var world = FluxWorld.Make();
        world.Write("cluster/kustomization.yaml", "resources: [ks.yaml]\n");

        Assert.Equal(0, world.Run("test", "-p", "cluster/kustomization.yaml"));
        Assert.StartsWith(
            "PASS  Kustomization  flux-system/flux-system  cluster\n",
            world.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_folder_is_named_once()
    {
        using var world = FluxWorld.Make();

        Assert.Equal(2, world.Run("build", "all", "-p", "cluster", "web"));
        Assert.StartsWith(
            "error HO0001: both --path and 'web' are given: name the folder once\n",
            world.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_of_several_kinds_have_theirs_in_front()
    {
        using var world = FluxWorld.Make();

        Assert.Equal(0, world.Run("get", "all", "-p", "cluster", "-o", "name"));
        Assert.Equal(
            "Kustomization/flux-system/flux-system\nKustomization/home/web\nHelmRelease/home/web\nOCIRepository/home/web\nghcr.io/example/web:4.5\n",
            world.Output
        );
        Assert.Equal(0, world.Run("get", "kustomization", "-p", "cluster", "-o", "name"));
        Assert.Equal("flux-system/flux-system\nhome/web\n", world.Output);
    }

    private static TestWorld InUsualFolder()
    {
        var world = FluxWorld.Make();
        Directory.CreateDirectory(world["kubernetes/flux"]);
        Directory.Move(world["cluster"], world["kubernetes/flux/cluster"]);
        return world;
    }
}
