using HomeOps.Testing;
using HomeOps.Text;
using static HomeOps.Flux.Tests.Testing.TestedTree;

namespace HomeOps.Flux.Tests.Testing;

/// <summary>One tree for each mistake, and for each thing that only looks like one; rows and findings are the golden files.</summary>
public sealed class FluxTestTests
{
    private const string Listener = "    - {name: https, hostname: \"*.example.com\", port: 443, protocol: HTTPS, ";
    private const string All = "allowedRoutes: {namespaces: {from: All}}}\n";
    private const string Encrypted = """
        apiVersion: v1
        kind: Secret
        metadata: {name: db, namespace: home}
        stringData: {token: "ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]"}
        sops:
          age: [{recipient: age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg, enc: AAAA}]
          lastmodified: "2026-01-01T00:00:00Z"
          mac: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]
          version: 3.13.1

        """;

    private const string Widget = "spec: {size: 1}";

    private static readonly Dictionary<string, Action<TestedTree>> Cases = new(StringComparer.Ordinal)
    {
        ["all-is-well"] = static _ => { },

        // Variables
        ["variable-undefined"] = static t =>
            t.Add("web/app.yaml", ConfigMap("web", "home", "host: ${HOST}.${DOMAIN}"))
                .Add("web/more.yaml", ConfigMap("more", "home", "url: https://${HOST}/${PATH}")),
        ["variable-left-over"] = static t => t.Add("db/app.yaml", ConfigMap("db", "home", "host: db.${DOMAIN}")),
        ["variable-left-over-of-a-script"] = static t =>
            t.Add("db/app.yaml", ConfigMap("db", "home", "run: echo ${HOME} $${USER}")),
        ["variable-left-over-on-purpose"] = static t =>
            t.Add(
                "db/app.yaml",
                ConfigMap("db", "home", "host: db.${DOMAIN}")
                    .Replace(
                        "namespace: home",
                        "namespace: home\n  labels: {kustomize.toolkit.fluxcd.io/substitute: disabled}",
                        StringComparison.Ordinal
                    )
            ),
        ["variable-in-a-value"] = static t =>
            t.Add("apps/settings.yaml", ConfigMap("settings", "home", "DOMAIN: ${ZONE}.example.com")),
        ["variable-in-an-inline-value"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  postBuild: {substitute: {HOST: \"db.${DOMAIN}\"}}\n"),

        // Values
        ["secret-missing"] = static t => t.Add("apps/web.yaml", Ks("web", "./web") + From("Secret", "cluster-secrets")),
        ["secret-misspelt"] = static t =>
            t.Add("apps/web.yaml", Ks("web", "./web") + From("Secret", "cluster-secret"))
                .Add(
                    "apps/settings.yaml",
                    Object("v1", "Secret", "cluster-secrets", "home", "stringData: {DOMAIN: a.b}")
                ),
        ["secret-optional"] = static t =>
            t.Add("apps/web.yaml", Ks("web", "./web") + From("Secret", "cluster-secrets", "optional: true")),
        ["secret-made-in-the-cluster"] = static t =>
            t.Add("apps/web.yaml", Ks("web", "./web") + From("Secret", "cluster-secrets"))
                .Add(
                    "apps/settings.yaml",
                    Object("external-secrets.io/v1", "ExternalSecret", "cluster-secrets", "home", "spec: {}")
                ),
        ["secret-in-the-cluster-by-word"] = static t =>
        {
            t.Add("apps/web.yaml", Ks("web", "./web") + From("Secret", "cluster-secrets"));
            t.Options = t.Options with { ClusterSecrets = ["home/cluster-secrets"] };
        },
        ["secret-of-a-release-missing"] = static t =>
            t.Add("web/app.yaml", Release("valuesFrom: [{kind: Secret, name: web-values}]")),
        ["config-map-missing"] = static t => t.Add("apps/web.yaml", Ks("web", "./web") + From("ConfigMap", "setings")),

        ["secret-without-a-key-for-it"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  decryption: {provider: sops}\n").Add("db/app.yaml", Encrypted),
        ["secret-with-the-key-of-the-controller"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  decryption: {provider: sops}\n")
                .Add("db/app.yaml", Encrypted)
                .Add(
                    "web/app.yaml",
                    Release(
                        "values: {instance: {kustomize: {patches: [{patch: \"args: --sops-age-secret=sops-age\"}]}}}"
                    )
                ),

        // Namespaces
        ["namespace-missing"] = static t => t.Add("web/app.yaml", ConfigMap("web", null, "host: web.${DOMAIN}")),
        ["namespace-missing-of-a-defined-kind"] = static t =>
            t.Add(
                "web/app.yaml",
                Definition("Namespaced") + "---\n" + Object("example.com/v1", "Widget", "web", null, Widget)
            ),
        ["namespace-missing-of-a-cluster-kind"] = static t =>
            t.Add(
                "web/app.yaml",
                Definition("Cluster") + "---\n" + Object("example.com/v1", "Widget", "web", null, Widget)
            ),
        ["namespace-missing-of-an-unknown-kind"] = static t =>
            t.Add("web/app.yaml", Object("example.com/v1", "Widget", "web", null, Widget)),

        // Duplicates
        ["applied-differently"] = static t => t.Add("db/app.yaml", ConfigMap("web", "home", "host: other")),
        ["applied-twice"] = static t => t.Add("db/app.yaml", ConfigMap("web", "home", "host: web.example.com")),
        ["applied-by-a-resource-set-too"] = static t =>
            t.Add("web/set.yaml", ResourceSetOf(ConfigMap("web", "home", "host: web.example.com"))),
        ["applied-by-a-resource-set-differently"] = static t =>
            t.Add("web/set.yaml", ResourceSetOf(ConfigMap("web", "home", "host: other"))),
        ["applied-once-and-only-created"] = static t =>
            t.Add(
                "db/app.yaml",
                ConfigMap("web", "home", "host: other")
                    .Replace(
                        "namespace: home",
                        "namespace: home\n  annotations: {kustomize.toolkit.fluxcd.io/ssa: IfNotPresent}",
                        StringComparison.Ordinal
                    )
            ),
        ["kustomization-twice"] = static t =>
            t.Add("cluster/more.yaml", Ks("more", "./more", "flux-system"))
                .Add("more/ks.yaml", Ks("web", "./web", "home")),

        // Host names
        ["hostname-served"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All)).Add("web/app.yaml", HttpRoute("a.web.${DOMAIN}")),
        ["hostname-not-served"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All)).Add("web/app.yaml", HttpRoute("web.example.org")),
        ["hostname-is-the-domain-itself"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All)).Add("web/app.yaml", HttpRoute("example.com")),
        ["hostname-in-values-not-served"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All))
                .Add(
                    "web/app.yaml",
                    Release(
                        "values: {route: {app: {hostnames: [\"{{ .Release.Name }}.example.org\"], parentRefs: [{name: internal, namespace: network}]}}}"
                    )
                ),
        ["hostname-behind-a-placeholder"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All))
                .Add("web/app.yaml", HttpRoute("web.${SECRET_DOMAIN}"))
                .Add("apps/web.yaml", Ks("web", "./web") + From("Secret", "settings"))
                .Add(
                    "apps/settings.yaml",
                    Object(
                        "v1",
                        "Secret",
                        "settings",
                        "home",
                        "stringData: {SECRET_DOMAIN: \"ENC[AES256_GCM,data:AA==]\"}\nsops: {mac: \"ENC[AES256_GCM,data:AA==]\"}"
                    )
                )
                .Replace(
                    "cluster/ks.yaml",
                    "prune: true",
                    "prune: true\n  decryption: {provider: sops, secretRef: {name: sops-age}}"
                ),
        ["secret-without-its-sops-block"] = static t =>
            t.Add(
                    "apps/settings.yaml",
                    Object("v1", "Secret", "settings", "home", "stringData: {DOMAIN: \"ENC[AES256_GCM,data:AA==]\"}")
                )
                .Add("apps/web.yaml", Ks("web", "./web") + From("Secret", "settings")),
        ["secret-without-its-mac"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  decryption: {provider: sops, secretRef: {name: sops-age}}\n")
                .Add(
                    "db/app.yaml",
                    string.Join(
                        '\n',
                        Encrypted.Split('\n').Where(static l => !l.StartsWith("  mac:", StringComparison.Ordinal))
                    )
                ),
        ["gateway-misspelt"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All))
                .Add("web/app.yaml", HttpRoute("web.example.com", "name: internl, namespace: network")),
        ["gateway-in-another-namespace"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All))
                .Add("web/app.yaml", HttpRoute("web.example.com", "name: internal")),
        ["listener-misspelt"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All))
                .Add(
                    "web/app.yaml",
                    HttpRoute("web.example.com", "name: internal, namespace: network, sectionName: http")
                ),
        ["listener-port"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + All))
                .Add("web/app.yaml", HttpRoute("web.example.com", "name: internal, namespace: network, port: 8443")),
        ["route-from-another-namespace"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener + "}\n")).Add("web/app.yaml", HttpRoute("web.example.com")),
        ["route-not-selected"] = static t =>
            t.Add(
                    "db/app.yaml",
                    Gateway(
                        Listener
                            + "allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {internet: \"yes\"}}}}}\n"
                    )
                        + "---\n"
                        + Object("v1", "Namespace", "home", null, "spec: {}")
                )
                .Add("web/app.yaml", HttpRoute("web.example.com")),
        ["route-of-another-kind"] = static t =>
            t.Add("db/app.yaml", Gateway(Listener.Replace("HTTPS", "TLS", StringComparison.Ordinal) + All))
                .Add("web/app.yaml", HttpRoute("web.example.com")),

        // Sources and dependencies
        ["source-misspelt"] = static t => t.Replace("apps/db.yaml", "name: flux-system,", "name: flux-sytem,"),
        ["source-of-another-kind"] = static t =>
            t.Replace("apps/db.yaml", "kind: GitRepository, name: flux-system,", "kind: Bucket, name: backups,"),
        ["source-is-the-repository-by-word"] = static t =>
        {
            t.Replace("apps/db.yaml", "name: flux-system,", "name: home-ops,");
            t.Options = t.Options with { OwnSources = ["flux-system/home-ops"] };
        },
        ["source-elsewhere"] = static t =>
            t.Replace("apps/db.yaml", "name: flux-system,", "name: other,")
                .Add(
                    "cluster/other.yaml",
                    Object(
                        "source.toolkit.fluxcd.io/v1",
                        "GitRepository",
                        "other",
                        "flux-system",
                        "spec: {interval: 1h, url: https://git.example.com/other}"
                    )
                ),
        ["dependency-unknown"] = static t => t.Add("apps/db.yaml", Ks("db", "./db") + "  dependsOn: [{name: wbe}]\n"),
        ["dependency-cycle"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  dependsOn: [{name: web}]\n")
                .Add("apps/web.yaml", Ks("web", "./web") + "  dependsOn: [{name: db}]\n")
                .Add("web/app.yaml", ConfigMap("web", "home", "a: b")),

        // One failure and the others
        ["parent-fails"] = static t =>
            t.Add(
                    "apps/kustomization.yaml",
                    "namespace: home\nresources: [settings.yaml, gone.yaml, web.yaml, db.yaml]\n"
                )
                .Add("db/app.yaml", ConfigMap("db", null, "port: \"5432\""))
                .Add("web/app.yaml", Release("values: {}")),
        ["parent-is-refused"] = static t =>
            t.Replace("apps/kustomization.yaml", "namespace: home\n", "")
                .Add("apps/web.yaml", Ks("web", "./web", "home") + From("ConfigMap", "settings"))
                .Add("apps/db.yaml", Ks("db", "./db", "home"))
                .Add(
                    "apps/settings.yaml",
                    ConfigMap("settings", "home", "DOMAIN: example.com") + "---\n" + ConfigMap("more", null, "a: b")
                ),
        ["parent-unreadable"] = static t =>
            t.Add("apps/kustomization.yaml", "namespace: home\nresorces: [settings.yaml, web.yaml, db.yaml]\n")
                .Add("web/app.yaml", Release("values: {}")),
        ["parent-suspended"] = static t => t.Replace("cluster/ks.yaml", "prune: true", "prune: true\n  suspend: true"),
        ["child-suspended"] = static t => t.Replace("apps/db.yaml", "prune: true", "prune: true\n  suspend: true"),
        ["release-suspended"] = static t => t.Add("web/app.yaml", Release("suspend: true")),
        ["dependency-not-built"] = static t =>
            t.Replace("cluster/ks.yaml", "prune: true", "prune: true\n  suspend: true")
                .Add("cluster/more.yaml", Ks("more", "./more", "flux-system"))
                .Add("more/ks.yaml", Ks("late", "./db", "home") + "  dependsOn: [{name: web}, {name: wob}]\n"),
        ["values-not-built"] = static t =>
            t.Add("cluster/settings.yaml", Ks("settings", "./settings", "flux-system"))
                .Add("settings/kustomization.yaml", "namespace: home\nresources: [settings.yaml, gone/]\n")
                .Add("settings/gone/kustomization.yaml", "namespace: home\nresource: [more.yaml]\n")
                .Add("settings/gone/more.yaml", ConfigMap("more", null, "DOMAIN: example.com"))
                .Add("settings/settings.yaml", ConfigMap("other", null, "a: b"))
                .Add("apps/web.yaml", Ks("web", "./web") + From("ConfigMap", "more")),
        ["chart-source-not-built"] = static t =>
            t.Add("web/app.yaml", Release("values: {}").Split("---")[0])
                .Add("apps/db.yaml", Ks("db", "./db") + "  suspend: true\n")
                .Add("db/app.yaml", Release("values: {}").Split("---")[1].TrimStart()),
        ["source-is-refused"] = static t =>
            t.Add("web/app.yaml", Release("values: {}").Replace("oci://", "https://", StringComparison.Ordinal)),
        ["applied-twice-from-the-root"] = static t => t.Replace("apps/db.yaml", "path: ./db", "path: ./apps"),
        ["ignored-in-a-generated-folder"] = static t =>
            t.Add("web/notes.yaml", "just: a note\n").Add(".krmignore", "notes.yaml\n"),

        // What is left out or of another kind
        ["spec-is-a-text"] = static t =>
            t.Add("db/app.yaml", Object("helm.toolkit.fluxcd.io/v2", "HelmRelease", "db", "home", "spec: x")),
        ["dependency-without-a-name"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  dependsOn: [{namespace: home}]\n"),
        ["values-without-a-kind"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  postBuild: {substituteFrom: [{name: settings}]}\n"),
        ["values-of-a-misspelt-kind"] = static t =>
            t.Add("web/app.yaml", Release("valuesFrom: [{kind: Configmap, name: settings}]")),
        ["settings-of-another-type"] = static t =>
            t.Add(
                "apps/db.yaml",
                Ks("db", "./db")
                    + "  force: maybe\n  wait: 1\n  serviceAccountName: true\n  kubeConfig: x\n  healthChecks: x\n  deletionPolicy: Orphaned\n"
            ),
        ["inline-variable-misnamed"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  postBuild: {substitute: {HO-ST: a}}\n"),
        ["release-fields-misspelt"] = static t =>
            t.Add(
                "web/app.yaml",
                Release(
                    "instal: {}\n  targetNamespce: a\n  valuesForm: []\n  vals: {}\n  chartref: {}\n  futureField: 1"
                )
            ),
        ["component-missing"] = static t =>
            t.Add("apps/db.yaml", Ks("db", "./db") + "  components: [../components/gone]\n"),
        ["note-in-a-generated-folder"] = static t => t.Add("web/notes.yaml", "just: a note\n"),
        ["file-nobody-lists"] = static t => t.Add("apps/late.yaml", Ks("late", "./db")),
        ["nothing-to-apply"] = static t => t.Add("cluster/ks.yaml", ConfigMap("web", "home", "a: b")),
        ["no-such-entry"] = static t => t.Files.Remove("cluster/ks.yaml"),
    };

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tree_gives_its_rows_and_findings(string name)
    {
        var tree = new TestedTree();
        Cases[name](tree);

        var report = tree.Run();

        var text = new StringWriter { NewLine = "\n" };
        foreach (var row in report.Rows)
        {
            text.WriteLine($"{row.Verdict} {row.Key} at {row.At}{(row.Reason is { } r ? $" because {r}" : "")}");
        }

        foreach (var finding in report.Diagnostics)
        {
            DiagnosticPrinter.Print(text, finding);
        }

        Golden.Verify($"Cases/{name}.expected", text.ToString());
    }
}
