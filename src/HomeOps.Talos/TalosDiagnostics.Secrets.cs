using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic SecretsNotMap(Location? at) =>
        Error(
            "HO0820",
            "the secrets file is not a map",
            at,
            "restore it from Git; it cannot be made anew for a cluster that runs"
        );

    public static Diagnostic SecretsEncrypted(Location? at) =>
        Error("HO0821", "the secrets file is still encrypted", at, "decrypt it first; is the age key there?");

    public static Diagnostic SecretMissing(string path, Location? at) =>
        Error(
            "HO0822",
            $"the secret '{path}' is missing",
            at,
            "restore the file from Git; it cannot be made anew for a cluster that runs"
        );

    public static Diagnostic SecretsFromWorker(Location? at) =>
        Error(
            "HO0823",
            "only the config of a control plane machine holds all secrets",
            at,
            "take one with 'machine.type: controlplane'"
        );

    public static Diagnostic UnusableAuthority(string name, Location? at) =>
        Error(
            "HO0824",
            $"certificate or key of the authority '{name}' cannot be read",
            at,
            "restore the secrets file from Git"
        );
}
