using System.Text;
using HomeOps.Files;

namespace HomeOps.Flux.Tests.Testing;

/// <summary>
/// A small tree that passes: <c>cluster</c> applies <c>apps</c>, which applies settings and the Kustomizations <c>web</c> and <c>db</c> in
/// namespace <c>home</c>. Tests break it.
/// </summary>
internal sealed class TestedTree
{
    public TestedTree()
    {
        Add("cluster/ks.yaml", Ks("apps", "./apps", "flux-system"));
        Add("apps/kustomization.yaml", "namespace: home\nresources: [settings.yaml, web.yaml, db.yaml]\n");
        Add("apps/settings.yaml", ConfigMap("settings", "home", "DOMAIN: example.com"));
        Add("apps/web.yaml", Ks("web", "./web") + From("ConfigMap", "settings"));
        Add("apps/db.yaml", Ks("db", "./db"));
        Add("web/app.yaml", ConfigMap("web", "home", "host: web.${DOMAIN}"));
        Add("db/app.yaml", ConfigMap("db", "home", "port: \"5432\""));
    }

    public MemoryTree Files { get; } = new();

    public FluxOptions Options { get; set; } = new() { Orphans = OrphanTreatment.Reported };

    public TestedTree Add(string path, string text)
    {
        Files.Add(path, text);
        return this;
    }

    /// <summary>Puts another text in place of one in a file.</summary>
    public TestedTree Replace(string path, string from, string to)
    {
        var text = Encoding.UTF8.GetString(Files.Read(path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Add(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public FluxTestReport Run() => FluxTest.Run(FluxCluster.Build(Files, "cluster", Options));

    public static string Ks(string name, string path, string? inNamespace = null) =>
        $$"""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: {{name}}{{(inNamespace is null ? "" : "\n  namespace: " + inNamespace)}}
            spec:
              interval: 1h
              path: {{path}}
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}

            """;

    public static string From(string kind, string name, string more = "") =>
        $$"""
              postBuild:
                substituteFrom:
                  - kind: {{kind}}
                    name: {{name}}{{(more.Length == 0 ? "" : "\n        " + more)}}

            """;

    public static string ConfigMap(string name, string? inNamespace, string data) =>
        Object("v1", "ConfigMap", name, inNamespace, $"data:\n  {data}");

    public static string Object(string apiVersion, string kind, string name, string? inNamespace, string rest) =>
        $$"""
            apiVersion: {{apiVersion}}
            kind: {{kind}}
            metadata:
              name: {{name}}{{(inNamespace is null ? "" : "\n  namespace: " + inNamespace)}}
            {{rest}}

            """;

    public static string Gateway(string listeners) =>
        Object(
            "gateway.networking.k8s.io/v1",
            "Gateway",
            "internal",
            "network",
            "spec:\n  gatewayClassName: cilium\n  listeners:\n" + listeners
        );

    public static string HttpRoute(string hostname, string parent = "name: internal, namespace: network") =>
        Object(
            "gateway.networking.k8s.io/v1",
            "HTTPRoute",
            "web",
            "home",
            $$"""
            spec:
              hostnames: ["{{hostname}}"]
              parentRefs:
                - { {{parent}} }
            """
        );

    public static string Release(string rest) =>
        Object(
            "helm.toolkit.fluxcd.io/v2",
            "HelmRelease",
            "web",
            "home",
            "spec:\n  interval: 1h\n  chartRef: {kind: OCIRepository, name: web}\n  " + rest
        )
        + "---\n"
        + Object(
            "source.toolkit.fluxcd.io/v1",
            "OCIRepository",
            "web",
            "home",
            "spec: {interval: 1h, url: oci://charts.example.com/web, ref: {tag: 1.2.3}}"
        );

    public static string ResourceSetOf(string made) =>
        Object(
            "fluxcd.controlplane.io/v1",
            "ResourceSet",
            "set",
            "home",
            "spec:\n  resourcesTemplate: |\n    " + made.TrimEnd().ReplaceLineEndings("\n    ")
        );

    public static string Definition(string scope) =>
        Object(
            "apiextensions.k8s.io/v1",
            "CustomResourceDefinition",
            "widgets.example.com",
            null,
            $$"""
            spec:
              group: example.com
              names: {kind: Widget, plural: widgets}
              scope: {{scope}}
            """
        );
}
