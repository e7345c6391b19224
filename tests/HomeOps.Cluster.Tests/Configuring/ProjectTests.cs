using HomeOps.Cluster.Tests.Reading;
using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Configuring;

/// <summary>Repositories that render by their own makejinja.toml.</summary>
public sealed class ProjectTests
{
    private const string Options = """
        [makejinja]
        inputs = ["./templates/config"]
        output = "./"
        data = ["./cluster.yaml", "./nodes.yaml"]
        loaders = ["plugin:Plugin"]
        jinja_suffix = ".j2"
        undefined = "strict"

        """;

    private const string Rules = """
        creation_rules:
          - path_regex: kubernetes/.*\.sops\.yaml$
            encrypted_regex: ^(data|stringData)$
            age: "{{ age_key('public') }}"
          - path_regex: private/
            age: "{{ age_key('public') }}"
          - age: "{{ age_key('public') }}"

        """;

    [Fact]
    public void Outputs_whose_names_differ_in_case_only_are_a_finding()
    {
        using var scratch = Project();
        scratch.Write("home/templates/config/notes/Read.yaml", "a: 1\n");
        scratch.Write("home/templates/config/notes/read.yaml", "a: 2\n");

        var report = Configure.Run(scratch.Request("home") with { CreateKeys = true });

        Golden.Verify(
            "names-alike.expected.txt",
            scratch.Printed(
                report.Findings.Where(static f =>
                    f.Location?.Path.StartsWith("notes/", StringComparison.Ordinal) == true
                )
            )
        );
    }

    [Fact]
    public void Rules_under_a_name_that_sops_does_not_know_are_a_warning()
    {
        using var scratch = Project();
        scratch.Write("home/.sops.yml", Rules);

        var report = Configure.Run(scratch.Request("home") with { CreateKeys = true });

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(
            "warning HO0652: .sops.yml is not read: SOPS only knows the name .sops.yaml\n"
                + "  --> .sops.yml\n  = hint: rename it to .sops.yaml\n",
            scratch.Printed(report.Findings.Where(static f => f.Location?.Path == ".sops.yml"))
        );
    }

    [Fact]
    public void Its_own_templates_and_keys_are_used_and_its_secrets_encrypted()
    {
        using var scratch = Project();

        var report = Configure.Run(scratch.Request("home") with { CreateKeys = true });

        Assert.Equal(
            "warning HO1009: my_key is not a key that homeops knows",
            string.Join('\n', report.Findings.Select(static f => (f with { Location = null }).ToString()))
        );
        Assert.Equal((ConfigureOutcome.Written, "makejinja.toml"), (report.Outcome, report.Templates));
        Assert.Equal("mine: my-value, 10.42.0.0/16\n", scratch.Read("home/kubernetes/plain.yaml"));
        Assert.DoesNotContain(
            "very-secret",
            scratch.Read("home/kubernetes/secret.sops.yaml"),
            StringComparison.Ordinal
        );
        Assert.Contains("kind: Secret", scratch.Read("home/kubernetes/secret.sops.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", scratch.Read("home/private/notes.txt"), StringComparison.Ordinal);
        Assert.Equal(3, report.Secrets.Encrypted);
        var again = Configure.Run(scratch.Request("home"));
        Assert.DoesNotContain(again.Plan?.Changes ?? [], static c => c.Kind != FileChangeKind.Unchanged);
        Assert.Equal(ConfigureOutcome.Unchanged, again.Outcome);
    }

    [Fact]
    public void A_secret_that_no_rule_covers_stops_the_run()
    {
        using var scratch = Project();
        scratch.Write(
            "home/templates/config/.sops.yaml.j2",
            "creation_rules:\n  - path_regex: ^talos/\n    age: \"{{ age_key('public') }}\"\n"
        );

        var report = Configure.Run(scratch.Request("home") with { CreateKeys = true });

        Golden.Verify("no-rule.expected.txt", BrokenInputTests.Printed(report.Findings));
        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
        Assert.False(Directory.Exists(scratch["home/kubernetes"]));
    }

    [Fact]
    public void Rules_for_another_key_stop_the_run()
    {
        using var scratch = Project();
        scratch.Write(
            "home/templates/config/.sops.yaml",
            "creation_rules:\n  - age: age1cfhtzvxeulwxh3w86zg6rkdynvj7wa2mflmm04wzyme4fc3ng9wqplak4w\n"
        );
        File.Delete(scratch["home/templates/config/.sops.yaml.j2"]);

        var report = Configure.Run(scratch.Request("home") with { CreateKeys = true });

        Golden.Verify("other-recipient.expected.txt", BrokenInputTests.Printed(report.Findings));
        Assert.Equal(ConfigureOutcome.Failed, report.Outcome);
    }

    [Fact]
    public void Without_age_key_nothing_that_holds_secrets_is_written()
    {
        using var scratch = Project();
        scratch.Write(
            "home/templates/config/.sops.yaml",
            "creation_rules:\n  - age: age1cfhtzvxeulwxh3w86zg6rkdynvj7wa2mflmm04wzyme4fc3ng9wqplak4w\n"
        );
        File.Delete(scratch["home/templates/config/.sops.yaml.j2"]);

        var report = Configure.Run(scratch.Request("home"));

        Assert.Equal("HO1201", Assert.Single(report.Findings, static f => f.Severity == Severity.Error).Code);
        Assert.False(Directory.Exists(scratch["home/kubernetes"]));
    }

    [Fact]
    public void An_output_outside_the_repository_is_refused_and_hooks_are_named()
    {
        using var scratch = Project();
        scratch.Write("home/makejinja.toml", Options.Replace("\"./\"", "\"../elsewhere\"", StringComparison.Ordinal));
        var outside = Configure.Run(scratch.Request("home") with { CreateKeys = true });
        scratch.Write("home/makejinja.toml", Options + "exec_post = [\"true\"]\n");
        var hooks = Configure.Run(scratch.Request("home") with { CreateKeys = true });

        Assert.Equal(ConfigureOutcome.Failed, outside.Outcome);
        Assert.Equal(ConfigureOutcome.Written, hooks.Outcome);
        Golden.Verify(
            "project-options.expected.txt",
            BrokenInputTests.Printed([
                .. outside.Findings.Where(static f => f.Code == "HO1230"),
                .. hooks.Findings.Where(static f => f.Code == "HO1231"),
            ])
        );
    }

    [Fact]
    public void A_template_in_error_is_shown_with_its_line()
    {
        using var scratch = Project();
        scratch.Write("home/templates/config/kubernetes/plain.yaml.j2", "a: {{ no_such_key }}\n");

        var report = Configure.Run(scratch.Request("home") with { CreateKeys = true });

        var error = Assert.Single(report.Findings, static f => f.Severity == Severity.Error);
        Assert.Equal("templates/config/kubernetes/plain.yaml.j2:1:7", error.Location?.ToString());
        Assert.False(File.Exists(scratch["home/age.key"]));
    }

    private static Scratch Project()
    {
        var scratch = new Scratch();
        scratch.Write("home/cluster.yaml", BrokenInputTests.Input("good", "cluster.yaml").Text + "my_key: my-value\n");
        scratch.Write("home/nodes.yaml", BrokenInputTests.Input("good", "nodes.yaml").Text);
        scratch.Write("home/makejinja.toml", Options);
        scratch.Write("home/templates/config/.sops.yaml.j2", Rules);
        scratch.Write("home/templates/config/kubernetes/plain.yaml.j2", "mine: {{ my_key }}, {{ cluster_pod_cidr }}\n");
        scratch.Write(
            "home/templates/config/kubernetes/secret.sops.yaml.j2",
            "kind: Secret\nstringData:\n  a: very-secret\n"
        );
        scratch.Write("home/templates/config/private/notes.txt", "very-secret\n");
        scratch.Write("home/templates/config/other.sops.yaml", "a: very-secret\n");
        return scratch;
    }
}
