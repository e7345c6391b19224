using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Checking;

/// <summary>configure tests the tree that Flux will see, in memory; repositories with templates of their own show what it finds.</summary>
public sealed class FluxTreeCheckTests
{
    private const string Options = """
        [makejinja]
        inputs = ["./templates"]
        output = "./"
        data = ["./cluster.yaml", "./nodes.yaml"]
        jinja_suffix = ".j2"

        """;

    private const string Kustomization = """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: apps, namespace: flux-system}
        spec:
          interval: 1h
          path: ./kubernetes/apps
          prune: true
          sourceRef: {kind: GitRepository, name: flux-system}
          postBuild: {substitute: {DOMAIN: example.com}}

        """;

    [Fact]
    public void The_blueprint_has_no_findings()
    {
        using var scratch = new Scratch();

        var report = scratch.Home();

        Assert.Equal(ConfigureOutcome.Written, report.Outcome);
        Assert.DoesNotContain(
            report.Findings,
            static f => f.Location?.Path.StartsWith("kubernetes/", StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public void A_mistake_in_a_rendered_file_names_its_template_and_nothing_is_written()
    {
        using var scratch = Project("host: ${HOST}.${DOMAIN}");

        var report = Run(scratch);

        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
        Assert.Equal(
            """
            error HO0905: variable 'HOST' is not set: ConfigMap home/web uses it
              --> kubernetes/apps/web.yaml:7:9
               |
             7 |   host: ${HOST}.${DOMAIN}
               |         ^^^^^^^
               = hint: set it in postBuild, give it a default with '${HOST:=...}', or write '$${' to keep the text
                       the file is made from templates/kubernetes/apps/web.yaml.j2

            """,
            Printed(report)
        );
        Assert.False(File.Exists(scratch["home/kubernetes/apps/web.yaml"]));
    }

    [Fact]
    public void A_mistake_in_ones_own_file_is_a_warning()
    {
        using var scratch = Project("host: web.${DOMAIN}");
        scratch.Write("home/kubernetes/apps/mine.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mine}\n");

        var report = Run(scratch);

        Assert.Equal(ConfigureOutcome.Written, report.Outcome);
        Assert.Equal(
            """
            warning HO1606: ConfigMap mine has no namespace, so Flux cannot apply it
              --> kubernetes/apps/mine.yaml:1:1
               |
             1 | apiVersion: v1
               | ^^^^^^^^^^^^^^
               = hint: set spec.targetNamespace of Kustomization flux-system/apps, 'namespace' in the kustomization.yaml, or metadata.namespace

            """,
            Printed(report)
        );
    }

    [Fact]
    public void A_Secret_that_only_the_cluster_has_does_not_stop_it()
    {
        using var scratch = Project("host: web.${DOMAIN}");
        scratch.Write(
            "home/templates/kubernetes/flux/cluster/ks.yaml",
            Kustomization.Replace(
                "{substitute: {DOMAIN: example.com}}",
                "{substituteFrom: [{kind: Secret, name: domain}]}",
                StringComparison.Ordinal
            )
        );

        var report = Run(scratch);

        Assert.Equal(ConfigureOutcome.Written, report.Outcome);
        Assert.Equal("HO0913", Assert.Single(Seen(report)).Code);
    }

    private static ConfigureReport Run(Scratch scratch) =>
        Configure.Run(scratch.Request("home") with { CreateKeys = true });

    private static string Printed(ConfigureReport report)
    {
        var text = new StringWriter { NewLine = "\n" };
        foreach (var finding in Seen(report))
        {
            DiagnosticPrinter.Print(text, finding);
        }

        return text.ToString();
    }

    private static IEnumerable<Diagnostic> Seen(ConfigureReport report) =>
        report.Findings.Where(static f => f.Location?.Path.StartsWith("kubernetes/", StringComparison.Ordinal) == true);

    private static Scratch Project(string data)
    {
        var scratch = new Scratch();
        scratch.Write("home/cluster.yaml", Reading.BrokenInputTests.Input("good", "cluster.yaml").Text);
        scratch.Write("home/nodes.yaml", Reading.BrokenInputTests.Input("good", "nodes.yaml").Text);
        scratch.Write("home/makejinja.toml", Options);
        scratch.Write("home/templates/kubernetes/flux/cluster/ks.yaml", Kustomization);
        scratch.Write(
            "home/templates/kubernetes/apps/web.yaml.j2",
            $"""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: web
              namespace: home
            data:
              {data}

            """
        );
        return scratch;
    }
}
