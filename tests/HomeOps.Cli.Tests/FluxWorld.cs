namespace HomeOps.Cli.Tests;

/// <summary>A cluster's repository with one Kustomization that has one HelmRelease.</summary>
internal static class FluxWorld
{
    public static TestWorld Make()
    {
        var world = new TestWorld();
        Fill(world);
        return world;
    }

    /// <summary>Puts the repository into a world that has something else already.</summary>
    public static void Fill(TestWorld world)
    {
        Directory.CreateDirectory(world["cluster"]);
        Directory.CreateDirectory(world["web"]);
        world.Write(
            "cluster/ks.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web, namespace: home, labels: {app: web}}
            spec:
              interval: 1h
              path: ./web
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
            """
        );
        world.Write(
            "web/app.yaml",
            """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: web, namespace: home}
            spec:
              interval: 1h
              chartRef: {kind: OCIRepository, name: web}
              values: {image: {repository: ghcr.io/example/web, tag: "4.5"}}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: OCIRepository
            metadata: {name: web, namespace: home}
            spec: {interval: 1h, url: "oci://charts.example.com/web", ref: {tag: 1.2.3}}
            """
        );
    }
}
