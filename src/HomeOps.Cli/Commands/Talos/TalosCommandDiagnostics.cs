using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>Findings of the commands that write Talos files, HO15xx.</summary>
internal static class TalosCommandDiagnostics
{
    public static Diagnostic SecretsExist(string file) =>
        Diagnostic.Error(
            "HO1500",
            $"there are secrets already: '{file}'",
            Location.OfFile(file),
            "a running cluster knows no others; move the file away only if the cluster is gone for good"
        );

    public static Diagnostic NoRuleForSecrets(string file) =>
        Diagnostic.Error(
            "HO1501",
            $"no rule of a .sops.yaml says for whom '{file}' is to be encrypted",
            Location.OfFile(file),
            "secrets are not written in plain text: add a rule, or name a file that one covers, as talos/talsecret.sops.yaml"
        );

    public static Diagnostic RuleLeavesSecrets(string file) =>
        Diagnostic.Error(
            "HO1502",
            $"the rule of .sops.yaml that covers '{file}' would leave secrets in plain text",
            Location.OfFile(file),
            "every value of this file is secret: give it a rule without encrypted_regex above the others"
        );
}
