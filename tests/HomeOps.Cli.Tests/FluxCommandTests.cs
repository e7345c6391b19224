namespace HomeOps.Cli.Tests;

public sealed class FluxCommandTests
{
    [Fact]
    public void Get_lists_Kustomizations_HelmReleases_and_images()
    {
        using var world = World();

        Assert.Equal(0, world.Run("get", "ks", "--path", "cluster"));
        Assert.Equal(
            """
            NAMESPACE    NAME         PATH       STATUS
            flux-system  flux-system  ./cluster  built
            home         web          ./app      built

            """,
            world.Output
        );
        Assert.Equal(0, world.Run("get", "hr", "--path", "cluster", "-n", "home"));
        Assert.Equal(
            """
            NAMESPACE  NAME  REVISION  CHART  SOURCE
            home       web   1.2.3     web    OCIRepository/home/web

            """,
            world.Output
        );
        Assert.Equal(0, world.Run("get", "images", "--path", "cluster"));
        Assert.Equal("ghcr.io/example/web:4.5\n", world.Output);
    }

    [Fact]
    public void Build_prints_the_objects_without_Secrets()
    {
        using var world = World();

        Assert.Equal(0, world.Run("build", "ks", "web", "--path", "cluster"));

        Assert.Contains("kind: HelmRelease", world.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kind: Secret", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_printed_with_placeholders_for_their_values()
    {
        using var world = World();

        Assert.Equal(0, world.Run("build", "all", "--path", "cluster", "--skip-secrets", "false"));

        Assert.Contains("token: ..PLACEHOLDER_token..", world.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", world.Output + world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_an_error_with_the_nearest_one()
    {
        using var world = World();

        Assert.Equal(1, world.Run("build", "ks", "wbe", "--path", "cluster"));
        Assert.Equal(
            """
            error HO0938: there is no Kustomization 'wbe'
              = hint: did you mean 'web'?

            """,
            world.Error
        );
    }

    private static TestWorld World()
    {
        var world = new TestWorld();
        Write(
            world,
            "cluster/ks.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web, namespace: home}
            spec:
              interval: 1h
              path: ./app
              prune: true
              targetNamespace: home
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
            """
        );
        Write(
            world,
            "app/app.yaml",
            """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: web}
            spec:
              interval: 1h
              chartRef: {kind: OCIRepository, name: web}
              values: {image: {repository: ghcr.io/example/web, tag: "4.5"}}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: OCIRepository
            metadata: {name: web}
            spec: {interval: 1h, url: "oci://charts.example.com/web", ref: {tag: 1.2.3}}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: web}
            stringData: {token: hunter2}
            """
        );
        return world;
    }

    private static void Write(TestWorld world, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(world[path]) ?? world.Folder);
        File.WriteAllText(world[path], text);
    }
}
