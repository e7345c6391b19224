using HomeOps.Age;
using HomeOps.Talos.Secrets;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>The secrets of a cluster: what talsecret.yaml holds. Never printed by <see cref="ToString"/>.</summary>
public sealed record SecretsBundle
{
    /// <summary>Identity of the cluster at the discovery service: 32 bytes, URL-safe base64.</summary>
    public required string ClusterId { get; init; }

    /// <summary>What the discovery service data is encrypted with: 32 bytes, base64.</summary>
    public required string ClusterSecret { get; init; }

    /// <summary>The token with which nodes join Kubernetes, <c>abcdef.0123456789abcdef</c>.</summary>
    public required string BootstrapToken { get; init; }

    /// <summary>What secrets in etcd are encrypted with: 32 bytes, base64; empty in bundles older than Talos 1.3.</summary>
    public required string SecretboxEncryptionSecret { get; init; }

    /// <summary>The like of older clusters; empty in newer bundles.</summary>
    public string AescbcEncryptionSecret { get; init; } = "";

    /// <summary>The token with which machines join the Talos API.</summary>
    public required string TrustdToken { get; init; }

    /// <summary>The authority of etcd.</summary>
    public required PemKeyPair Etcd { get; init; }

    /// <summary>The authority of Kubernetes.</summary>
    public required PemKeyPair Kubernetes { get; init; }

    /// <summary>The authority of the aggregation layer.</summary>
    public required PemKeyPair Aggregator { get; init; }

    /// <summary>The key that tokens of service accounts are signed with; no certificate.</summary>
    public required PemKeyPair ServiceAccount { get; init; }

    /// <summary>The authority of the Talos API.</summary>
    public required PemKeyPair Os { get; init; }

    /// <summary>
    /// Texts in the place of secrets, the same in every run, for checking a cluster that has none yet. They are no keys, so nothing can
    /// be signed with them, and they must not be written anywhere.
    /// </summary>
    public static SecretsBundle StandIn { get; } =
        new()
        {
            ClusterId = "stand-in",
            ClusterSecret = "stand-in",
            BootstrapToken = "abcdef.0123456789abcdef",
            SecretboxEncryptionSecret = "stand-in",
            TrustdToken = "abcdef.0123456789abcdef",
            Etcd = new PemKeyPair("stand-in\n", "stand-in\n"),
            Kubernetes = new PemKeyPair("stand-in\n", "stand-in\n"),
            Aggregator = new PemKeyPair("stand-in\n", "stand-in\n"),
            ServiceAccount = new PemKeyPair("", "stand-in\n"),
            Os = new PemKeyPair("stand-in\n", "stand-in\n"),
        };

    /// <summary>Makes new secrets.</summary>
    /// <param name="random">Where randomness comes from; the RSA key alone comes from the operating system.</param>
    /// <param name="clock">Beginning of the authorities' ten years.</param>
    public static SecretsBundle Generate(RandomFill random, TimeProvider clock) =>
        SecretsGenerator.Generate(random, clock);

    /// <summary>Reads a talsecret.yaml that is not, or no longer, encrypted.</summary>
    public static (SecretsBundle? Bundle, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source) =>
        SecretsFile.Read(source);

    /// <summary>Takes the secrets out of the config of a control plane machine.</summary>
    public static (SecretsBundle? Bundle, IReadOnlyList<Diagnostic> Diagnostics) FromConfig(
        MachineConfig config,
        Location? at
    ) => SecretsExtraction.From(config, at);

    /// <summary>The text of talsecret.yaml.</summary>
    public string ToYaml(YamlProfile profile) => SecretsFile.Write(this, profile);

    /// <summary>
    /// A certificate for the Talos API with an ECDSA P-256 key, which .NET's TLS can use; null when the authority cannot be read.
    /// </summary>
    /// <param name="role">What it may do, e.g. <c>os:reader</c>.</param>
    /// <param name="lifetime">How long it counts.</param>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="clock">The time.</param>
    public PemKeyPair? IssueClient(string role, TimeSpan lifetime, RandomFill random, TimeProvider clock) =>
        ClientCertificate.Issue(
            Os,
            role,
            "",
            lifetime,
            isEd25519: false,
            encipherment: false,
            random,
            clock.GetUtcNow()
        );

    /// <summary>SECRET. Every value that nobody else may know, as talsecret.yaml and machine configs hold it.</summary>
    public IEnumerable<string> SecretTexts()
    {
        string[] texts =
        [
            ClusterId,
            ClusterSecret,
            BootstrapToken,
            SecretboxEncryptionSecret,
            AescbcEncryptionSecret,
            TrustdToken,
            Etcd.KeyBase64,
            Kubernetes.KeyBase64,
            Aggregator.KeyBase64,
            ServiceAccount.KeyBase64,
            Os.KeyBase64,
        ];
        return texts.Where(static t => t.Length > 0);
    }

    /// <summary>Says nothing about the secrets.</summary>
    public override string ToString() => "secrets bundle";
}
