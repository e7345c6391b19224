namespace HomeOps.Cli.Tests;

/// <summary><c>homeops get</c> as users of flux-local and flate call it.</summary>
public sealed class GetCommandTests
{
    [Fact]
    public void ResourceSets_and_sources_are_listed_built_and_tested()
    {
        using var world = new TestWorld();
        world.Write("cluster/kustomization.yaml", "namespace: home\nresources: [set.yaml]\n");
        world.Write(
            "cluster/set.yaml",
            """
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: apps}
            spec:
              inputs: [{app: web}, {app: db}]
              resources:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: << inputs.app >>, namespace: home}
                - apiVersion: source.toolkit.fluxcd.io/v1
                  kind: OCIRepository
                  metadata: {name: chart, namespace: home}
                  spec: {interval: 1h, url: oci://ghcr.io/example/chart, ref: {tag: 1.2.3}}

            """
        );

        world.Run("get", "rs", "--path", "cluster");
        Assert.Equal(
            "NAMESPACE  NAME  INPUTS  OBJECTS  STATUS\nhome       apps  2       3        built\n",
            world.Output
        );
        world.Run("get", "sources", "--path", "cluster");
        Assert.Equal(
            "NAMESPACE  NAME   KIND           VERSION  URL\nhome       chart  OCIRepository  1.2.3    oci://ghcr.io/example/chart\n",
            world.Output
        );
        world.Run("build", "all", "--path", "cluster");
        Assert.Contains("  name: web\n  namespace: home\n---\n", world.Output, StringComparison.Ordinal);
        world.Run("test", "all", "--path", "cluster");
        Assert.Contains("PASS  ResourceSet    home/apps", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_prints_tables_names_JSON_and_YAML()
    {
        using var world = FluxWorld.Make();

        world.Run("get", "ks", "--path", "cluster", "-o", "wide");
        Assert.Equal(
            """
            NAMESPACE    NAME         PATH       STATUS  HELMREPOS  OCIREPOS  RELEASES  OBJECTS
            flux-system  flux-system  ./cluster  built   0          0         0         1
            home         web          ./web      built   0          1         1         2

            """,
            world.Output
        );
        world.Run("get", "all", "--path", "cluster", "-o", "name");
        Assert.Equal(
            "Kustomization/flux-system/flux-system\nKustomization/home/web\nHelmRelease/home/web\nOCIRepository/home/web\nghcr.io/example/web:4.5\n",
            world.Output
        );
        world.Run("get", "images", "--path", "cluster", "-o", "json");
        Assert.Equal("[\n  \"ghcr.io/example/web:4.5\"\n]\n", world.Output);
        world.Run("get", "hr", "--path", "cluster", "-o", "yaml");
        Assert.Equal(
            """
            - namespace: home
              name: web
              status: built
              kustomization: home/web
              file: web/app.yaml
              revision: 1.2.3
              chart: web
              source: OCIRepository/home/web
              values:
                image:
                  repository: ghcr.io/example/web
                  tag: "4.5"

            """,
            world.Output
        );
        world.Run("get", "ks", "--path", "cluster", "-n", "home", "-o", "json");
        Assert.Equal(
            """
            [
              {
                "namespace": "home",
                "name": "web",
                "path": "./web",
                "status": "built",
                "file": "cluster/ks.yaml",
                "parent": "flux-system/flux-system",
                "source": "GitRepository/flux-system/flux-system",
                "dependsOn": [],
                "objects": 2
              }
            ]

            """,
            world.Output
        );
    }

    [Theory]
    [InlineData("app=web", "home/web\n")]
    [InlineData("app!=web", "flux-system/flux-system\n")]
    [InlineData("app in (web,db),!other", "home/web\n")]
    public void Get_selects_by_labels(string labels, string expected)
    {
        using var world = FluxWorld.Make();

        Assert.Equal(0, world.Run("get", "ks", "--path", "cluster", "-l", labels, "-o", "name"));
        Assert.Equal(expected, world.Output);
    }

    [Fact]
    public void A_broken_selector_is_wrong_usage()
    {
        using var world = FluxWorld.Make();

        Assert.Equal(2, world.Run("get", "ks", "--path", "cluster", "-l", "app in web"));
        Assert.Equal(
            "error HO1617: 'app in web' is no label selector\n  = hint: write name=value,other!=value\n",
            world.Error
        );
    }
}
