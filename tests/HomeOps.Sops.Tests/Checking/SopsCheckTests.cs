using System.Text;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Sops.Tests.Checking;

public sealed class SopsCheckTests : IDisposable
{
    private static readonly Location At = new SourceText("secret.sops.yaml", "key: value\n").At(5, 5);

    private readonly Household household = new();

    public void Dispose() => household.Dispose();

    [Fact]
    public void Findings_read_as_they_did()
    {
        Diagnostic[] all =
        [
            SopsCheckDiagnostics.NotEncrypted("a.sops.yaml", 2),
            SopsCheckDiagnostics.NotEncrypted("a.sops.yaml", null),
            SopsCheckDiagnostics.PlainValue("stringData.token", At),
            SopsCheckDiagnostics.RecipientsDiffer("a.sops.yaml", 2, ["age1new"], ["age1old"], At),
            SopsCheckDiagnostics.SettingsDiffer("a.sops.yaml", "everything", 2, "encrypted_regex: ^data$", At),
            SopsCheckDiagnostics.NoAgeKeyEntry("sops-age", "age.key", At),
            SopsCheckDiagnostics.NoAgeKeyEntry("sops-age", null, At),
            SopsCheckDiagnostics.NotString("stringData.port", "int", At),
            SopsCheckDiagnostics.NoRule("a.sops.yaml"),
        ];
        var text = new StringBuilder();
        foreach (var diagnostic in all)
        {
            text.Append(diagnostic).Append('\n').Append("    ").Append(diagnostic.Hint).Append('\n');
        }

        Golden.Verify("check-diagnostics.txt", text.ToString());
    }

    [Fact]
    public void Values_of_a_Secret_that_are_no_strings_are_found_without_a_key()
    {
        var file = household.Encrypt(
            "apiVersion: v1\nkind: Secret\nstringData:\n  a: x\n  b: 5\n  c: true\n  d: {e: f}\n---\nkind: ConfigMap\ndata:\n  a: 5\n",
            household.KubernetesRule
        );

        Assert.Equal(
            [
                "HO0685 'stringData.b' is no string (int)",
                "HO0685 'stringData.c' is no string (bool)",
                "HO0685 'stringData.d.e' is no string (part of a map or list)",
            ],
            Check(file, Config(household)).Select(static f => $"{f.Code} {f.Message.Split(',')[0]}")
        );
    }

    [Fact]
    public void Recipients_and_settings_are_compared_with_the_rule()
    {
        using var other = new Household();
        var file = household.Encrypt("stringData:\n  a: x\n", household.Rule);

        Assert.Equal(["HO0682", "HO0683"], Check(file, Config(other)).Select(static f => f.Code));
        Assert.Empty(Check(household.Encrypt("stringData:\n  a: x\n", household.KubernetesRule), Config(household)));
        Assert.Equal(["HO0686"], Check(file, Config(household, "^talos/")).Select(static f => f.Code));
    }

    [Theory]
    [InlineData("  age.key: x\n", "rename 'age.key' to 'age.agekey'")]
    [InlineData("  key: x\n", "name the entry 'age.agekey'")]
    [InlineData("  age.agekey: x\n", null)]
    public void A_Secret_in_which_Flux_finds_no_key_is_found(string entry, string? hint)
    {
        var check = new SopsCheck(Config(household));
        check.Add(
            new SopsRepositoryFile(
                "cluster.yaml",
                Household.Source(
                    "kind: Kustomization\nspec:\n  decryption:\n    secretRef:\n      name: my-keys\n",
                    "cluster.yaml"
                )
            )
        );
        var secret = household.Encrypt(
            $"apiVersion: v1\nkind: Secret\nmetadata:\n  name: my-keys\nstringData:\n{entry}",
            household.KubernetesRule
        );
        check.Add(new SopsRepositoryFile("a.sops.yaml", Household.Source(secret)));

        Assert.Equal(hint is null ? [] : [hint], check.Findings.Select(static f => f.Hint));
    }

    [Fact]
    public void A_rule_that_cannot_be_used_is_one_finding_for_all_files()
    {
        var check = new SopsCheck(
            SopsConfig.Parse(new SourceText(".sops.yaml", "creation_rules:\n  - age: age1bad\n"))
        );
        check.Add(new SopsRepositoryFile("a.sops.yaml", Household.Source(household.Encrypt("a: b\n"))));
        check.Add(new SopsRepositoryFile("b.sops.yaml", Household.Source(household.Encrypt("a: b\n"))));

        Assert.Equal("HO0659", Assert.Single(check.Findings).Code);
        Assert.Equal(2, check.Count);
    }

    private static IReadOnlyList<Diagnostic> Check(string file, SopsConfig config)
    {
        var check = new SopsCheck(config);
        Assert.True(check.Add(new SopsRepositoryFile("secret.sops.yaml", Household.Source(file))));
        return check.Findings;
    }

    private static SopsConfig Config(Household household, string path = "\\.sops\\.yaml$") =>
        SopsConfig.Parse(
            new SourceText(
                ".sops.yaml",
                $"creation_rules:\n  - path_regex: {path}\n    encrypted_regex: ^(data|stringData)$\n    mac_only_encrypted: true\n    age: {household.Rule.Recipients[0]}\n"
            )
        );
}
