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

    public static Diagnostic NotDecryptable(string what, string reason, Location at) =>
        Error(
            "HO1668",
            $"{what} is damaged, so it cannot be decrypted: {reason}",
            at,
            "Flux fails for it too: restore the file from Git, or encrypt it anew"
        );

    public static Diagnostic CiphertextLeft(string name, ObjectKey key, bool hasBlock, Location at) =>
        Error(
            "HO1669",
            $"'{name}' of {key} is encrypted, but the object has {(hasBlock ? "no 'sops.mac'" : "no 'sops' block")}: Flux takes the text ENC[...] for the value",
            at,
            "restore the file from Git, or encrypt it anew"
        );

    public static Diagnostic MoreNotSet(int count, ObjectKey key, Location at) =>
        Error(
            "HO1698",
            $"{count} more variables that {key} uses are not set",
            at,
            "an object with scripts is left alone with the annotation kustomize.toolkit.fluxcd.io/substitute: disabled"
        );

    public static Diagnostic TooLargeToDecrypt(string path, int limit) =>
        Error(
            "HO1690",
            $"'{path}' is encrypted and larger than {limit >> 20} MiB: Flux does not decrypt it",
            Location.OfFile(path),
            "make it smaller, or several files of it"
        );

    public static Diagnostic ValueNotDecrypted(string name, ObjectKey key, Location at) =>
        Diagnostic.Warning(
            "HO1691",
            $"'{name}' of {key} is an encrypted file, but its Kustomization has no 'decryption': the Secret gets its ciphertext",
            at,
            "set spec.decryption with provider sops and the Secret that holds the key"
        );

    public static Diagnostic NoKeyInSecret(ObjectKey key, Location at) =>
        Error(
            "HO1692",
            $"{key} has no key to decrypt with",
            at,
            "name an entry so that it ends in '.agekey', e.g. age.agekey"
        );

    public static Diagnostic NoDecryptionSecret(ObjectKey key, Location at) =>
        Diagnostic.Warning(
            "HO1693",
            $"{key} is encrypted to age keys, but 'decryption' of its Kustomization names no Secret with one",
            at,
            "set spec.decryption.secretRef"
        );

    public static Diagnostic SecretInOtherNamespace(ObjectKey key, string other, Location at) =>
        Diagnostic.Warning(
            "HO1694",
            $"{key} with the keys to decrypt is not in the repository; one of that name is in namespace '{other}'",
            at,
            "Flux looks for it in the namespace of the Kustomization"
        );
}
