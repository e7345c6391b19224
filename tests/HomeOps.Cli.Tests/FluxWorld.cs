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
            Kustomization("web", "./web")
                .Replace("namespace: home", "namespace: home, labels: {app: web}", StringComparison.Ordinal)
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

    /// <summary>A Kustomization in namespace <c>home</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="path">Its path.</param>
    /// <param name="more">Further fields of its spec.</param>
    public static string Kustomization(string name, string path, string more = "") =>
        $$"""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: {{name}}, namespace: home}
            spec:
              interval: 1h
              path: {{path}}
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}{{(
                more.Length == 0 ? "" : "\n  " + more
            )}}
            """;

    /// <summary>A route for a host name, and a Gateway that serves <c>*.example.org</c>.</summary>
    public static string Route(string host) =>
        $$"""
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: home}
            spec:
              hostnames: ["{{host}}"]
              parentRefs: [{name: internal}]
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: internal, namespace: home}
            spec:
              gatewayClassName: cilium
              listeners: [{name: https, hostname: "*.example.org", port: 443, protocol: HTTPS}]
            """;
}
