using HomeOps.Talos.Generating;
using HomeOps.Talos.Migrating;
using HomeOps.Talos.Rules;
using HomeOps.Testing;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Tests.Migrating;

/// <summary>
/// Every key that has a document of its own in Talos 1.14 (talos.md 1.6, 2.1, 2.4): the finding names document and field and shows what to
/// write, converted, without secrets. moved.yaml has each of the keys once.
/// </summary>
public sealed class MigrationTests
{
    private static readonly MachineConfig Config = Read(Golden.Path("moved.yaml"));

    [Fact]
    public void Each_key_is_explained_with_the_document_to_write() =>
        Golden.Verify("moved.expected", Printed(Findings(Config, 14)));

    [Fact]
    public void No_key_is_forgotten_and_no_secret_is_shown()
    {
        var printed = Printed(Findings(Config, 14));

        Assert.All(MovedKeys.All, key => Assert.Contains($"'{key.Path}' ", printed, StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", printed, StringComparison.Ordinal);
        // As base64 would have it.
        Assert.DoesNotContain("U0VDUkVU", printed, StringComparison.Ordinal);
    }

    public static TheoryData<string> Paths => [.. MovedKeys.All.Select(static k => k.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void What_is_to_be_written_is_a_patch_that_Talos_1_14_knows(string path)
    {
        var key = MovedKeys.All.Single(k => k.Path == path);
        var main = Config.Main ?? throw new InvalidOperationException();
        var value = key.In(main.Value);
        Assert.NotNull(value);
        var documents = key.Documents(value).ToList();
        var text = YamlWriter
            .Write(
                [.. documents.Select(static d => new YamlDocument(new SourceText("", ""), d))],
                YamlProfile.Talhelper
            )
            .Replace("$$", "$", StringComparison.Ordinal);

        var (_, findings) = ConfigPatch.Read(new SourceText("patch.yaml", text));

        Assert.Empty(findings);
        Assert.Equal(documents.Count == 0, key.Note.Length > 0 && path != "cluster.discovery");
        Assert.True(documents.Count == 0 || text.Contains($"kind: {key.Kind}\n", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Before_1_14_nothing_has_moved() => Assert.Empty(Findings(Config, 13));

    [Fact]
    public void Beside_its_document_a_key_is_refused_and_told_once_for_all_nodes()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(talos: "v1.14.0", top: "patches: ['@all.yaml', '@more.yaml']"),
            options: null,
            ("all.yaml", "machine:\n  kubelet:\n    extraConfig:\n      maxPods: 150\n  sysctls:\n    a: \"1\"\n"),
            ("more.yaml", "machine:\n  sysctls:\n    b: \"2\"\n")
        );

        Golden.Verify("beside.expected", Printed(result.Diagnostics));
    }

    [Fact]
    public void What_a_patch_would_remove_may_have_moved_too()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(
                talos: "v1.14.0",
                node: "patches: ['cluster: {apiServer: {admissionControl: {$$patch: delete}}}']"
            )
        );

        Golden.Verify("removed.expected", Printed(result.Diagnostics));
    }

    private static IReadOnlyList<Diagnostic> Findings(MachineConfig config, int minor)
    {
        var diagnostics = new DiagnosticBag();
        var main = config.Main ?? throw new InvalidOperationException();
        var subject = new RuleSubject(main.Value, "control0", Place: null, diagnostics);
        MigrationRules.Check(config, subject, new VersionContract(minor));
        return diagnostics.Ordered();
    }

    private static MachineConfig Read(string path)
    {
        var (config, findings) = MachineConfig.Read(new SourceText("moved.yaml", File.ReadAllText(path)));
        Assert.Empty(findings);
        return config;
    }

    private static string Printed(IEnumerable<Diagnostic> findings)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var finding in findings)
        {
            DiagnosticPrinter.Print(text, finding with { Location = finding.Location?.Hidden() });
        }

        return text.ToString();
    }
}
