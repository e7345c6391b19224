using System.Text;
using HomeOps.Age;
using HomeOps.Text;

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

    private const string Comment = "deploy-key";

    /// <summary>A new pair.</summary>
    public static SshKeyPair Generate(RandomFill random) => SshKeyPair.Generate(random, Comment);

    /// <summary>
    /// The public file of a private key, which a run that was killed between making the two left out; null when the key is of another
    /// kind or cannot be read.
    /// </summary>
    /// <param name="privateKey">SECRET. Content of the private file.</param>
    public static string? PublicTextOf(byte[] privateKey)
    {
        try
        {
            var identities = AgeIdentityFile.Parse(new SourceText(FileName, Encoding.UTF8.GetString(privateKey)));
            var text = identities is [{ Recipient: { } recipient }] ? recipient.ToString() : null;
            foreach (var identity in identities)
            {
                identity.Dispose();
            }

            return text?.StartsWith("ssh-ed25519 ", StringComparison.Ordinal) == true ? $"{text} {Comment}\n" : null;
        }
        catch (AgeException)
        {
            return null;
        }
    }
}
