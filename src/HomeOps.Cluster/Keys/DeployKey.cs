using HomeOps.Age;

namespace HomeOps.Cluster;

/// <summary>
/// The key that Flux reads a private repository with: Ed25519, not protected by a passphrase, since Flux reads it without a
/// person.
/// </summary>
internal static class DeployKey
{
    /// <summary>The file of the private key.</summary>
    public const string FileName = "github-deploy.key";

    /// <summary>The file of the public key.</summary>
    public const string PublicFileName = "github-deploy.key.pub";

    /// <summary>A new pair.</summary>
    public static SshKeyPair Generate(RandomFill random) => SshKeyPair.Generate(random, "deploy-key");
}
