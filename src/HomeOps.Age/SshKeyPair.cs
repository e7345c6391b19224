using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>An Ed25519 key pair for SSH, e.g. a deploy key, in the formats of ssh-keygen.</summary>
public sealed class SshKeyPair
{
    private SshKeyPair(string privateText, string publicLine)
    {
        PrivateText = privateText;
        PublicLine = publicLine;
    }

    /// <summary>SECRET. The private key file (OpenSSH format, no passphrase), for a file with mode 0600.</summary>
    public string PrivateText { get; }

    /// <summary>The line of the <c>.pub</c> file: type, key, comment; without a line end.</summary>
    public string PublicLine { get; }

    /// <summary>Makes a new pair.</summary>
    /// <param name="random">Pass <c>RandomNumberGenerator.Fill</c>.</param>
    /// <param name="comment">One line that says whose key it is; may be empty.</param>
    /// <exception cref="ArgumentException">The comment has control characters.</exception>
    public static SshKeyPair Generate(RandomFill random, string comment)
    {
        if (comment.Any(char.IsControl))
        {
            throw new ArgumentException("a comment is one line without control characters", nameof(comment));
        }

        Span<byte> seed = stackalloc byte[Ed25519.KeySize];
        Span<byte> check = stackalloc byte[4];
        try
        {
            random(seed);
            random(check);
            var privateText = OpenSshKeyFile.Write(seed, BinaryPrimitives.ReadUInt32BigEndian(check), comment);
            var publicLine = new SshEd25519Recipient(Ed25519.PublicKey(seed)).ToString();
            return new SshKeyPair(privateText, comment.Length == 0 ? publicLine : $"{publicLine} {comment}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }
}
