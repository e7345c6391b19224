using HomeOps.Text;

namespace HomeOps.Flux;

// Findings about values, substitution and encryption.
internal static partial class FluxDiagnostics
{
    public static Diagnostic NoValues(string kind, string name, string inNamespace, string? nearest, Location at) =>
        Error(
            "HO0912",
            $"there is no {kind} '{name}' in namespace '{inNamespace}' to take values from",
            at,
            nearest is null
                ? "add it to the repository, or mark the reference 'optional: true'"
                : $"did you mean '{nearest}'?"
        );

    public static Diagnostic SecretElsewhere(string name, string inNamespace, string? maker, Location at) =>
        Diagnostic.Warning(
            "HO0913",
            maker is null
                ? $"Secret '{name}' in namespace '{inNamespace}' is not in the repository: its values are not known"
                : $"Secret '{name}' in namespace '{inNamespace}' is made in the cluster by {maker}: its values are not known",
            at,
            "placeholders stand for them"
        );

    public static Diagnostic NoSecret(ObjectKey key, string? nearest, Location at) =>
        Error(
            "HO1600",
            $"there is no Secret '{key.Name}' in namespace '{key.Namespace}' to take values from",
            at,
            nearest is null
                ? $"add it to the repository, mark the reference 'optional: true', or, when only the cluster has it, say --cluster-secret {key.Namespace}/{key.Name}"
                : $"did you mean '{nearest}'?"
        );

    public static Diagnostic NotBuilt(ObjectKey key, string owner, Location at) =>
        Diagnostic.Warning(
            "HO1601",
            $"{key} belongs to Kustomization {owner}, which is not built: it is not checked",
            at
        );

    public static Diagnostic BadVariable(string key, ObjectKey holder, Location at) =>
        Error(
            "HO0914",
            $"'{key}' of {holder} is no name of a variable",
            at,
            "names consist of letters, digits and '_' and do not begin with a digit"
        );

    public static Diagnostic NotSet(string name, ObjectKey user, Location at) =>
        Error(
            "HO0905",
            $"variable '{name}' is not set: {user} uses it",
            at,
            $"set it in postBuild, give it a default with '${{{name}:=...}}', or write '$${{' to keep the text"
        );

    public static Diagnostic BrokenBySubstitution(ObjectKey key, string reason, Location at) =>
        Error(
            "HO0915",
            $"{key} is no valid YAML once variables are substituted: {reason}",
            at,
            "a value with ': ', quotes or braces changes the text around it"
        );

    public static Diagnostic NotDecrypted(ObjectKey key, Location at) =>
        Error(
            "HO0922",
            $"{key} is encrypted, but its Kustomization has no 'decryption'",
            at,
            "set spec.decryption with provider sops and the Secret that holds the key"
        );

    public static Diagnostic NoKeyFor(string what, string reason, Location at) =>
        Diagnostic.Warning("HO0924", $"{what} cannot be decrypted: {reason}", at, "placeholders stand for its values");
}
