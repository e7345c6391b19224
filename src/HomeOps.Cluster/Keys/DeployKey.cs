using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace HomeOps.Cluster;

/// <summary>
/// A new Ed25519 key pair in OpenSSH's formats (PROTOCOL.key, and the one-line form of authorized_keys), not protected by a
/// passphrase: Flux reads it without a person.
/// </summary>
/// <param name="PrivateText">SECRET. The PEM text of the private key.</param>
/// <param name="PublicText">The line of the public key, with line end.</param>
internal sealed record DeployKey(string PrivateText, string PublicText)
{
    /// <summary>The file of the private key.</summary>
    public const string FileName = "github-deploy.key";

    /// <summary>The file of the public key.</summary>
    public const string PublicFileName = "github-deploy.key.pub";

    private const string Algorithm = "ssh-ed25519";
    private const string Comment = "deploy-key";
    private const int Columns = 70;
    private const int Block = 8;

    public static DeployKey Generate(RandomFill random)
    {
        Span<byte> seed = stackalloc byte[Ed25519.SecretKeySize];
        random(seed);
        var point = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, point);

        using var publicBlob = new MemoryStream();
        Write(publicBlob, Encoding.ASCII.GetBytes(Algorithm));
        Write(publicBlob, point);

        var text = PrivatePem(seed, point, publicBlob.ToArray(), random);
        CryptographicOperations.ZeroMemory(seed);
        return new DeployKey(text, $"{Algorithm} {Convert.ToBase64String(publicBlob.ToArray())} {Comment}\n");
    }

    private static string PrivatePem(ReadOnlySpan<byte> seed, byte[] point, byte[] publicBlob, RandomFill random)
    {
        using var file = new MemoryStream();
        file.Write("openssh-key-v1\0"u8);
        Write(file, "none"u8);
        Write(file, "none"u8);
        Write(file, []);
        Write(file, 1);
        Write(file, publicBlob);
        Write(file, PrivateBlock(seed, point, random));
        var base64 = Convert.ToBase64String(file.ToArray());
        var text = new StringBuilder("-----BEGIN OPENSSH PRIVATE KEY-----\n");
        for (var at = 0; at < base64.Length; at += Columns)
        {
            text.Append(base64.AsSpan(at, Math.Min(Columns, base64.Length - at))).Append('\n');
        }

        return text.Append("-----END OPENSSH PRIVATE KEY-----\n").ToString();
    }

    // The same random number twice tells OpenSSH that decryption worked; the padding counts from 1 to a multiple of 8.
    private static byte[] PrivateBlock(ReadOnlySpan<byte> seed, byte[] point, RandomFill random)
    {
        using var block = new MemoryStream();
        Span<byte> check = stackalloc byte[4];
        random(check);
        block.Write(check);
        block.Write(check);
        Write(block, Encoding.ASCII.GetBytes(Algorithm));
        Write(block, point);
        Write(block, [.. seed, .. point]);
        Write(block, Encoding.ASCII.GetBytes(Comment));
        for (byte padding = 1; block.Length % Block != 0; padding++)
        {
            block.WriteByte(padding);
        }

        return block.ToArray();
    }

    private static void Write(MemoryStream stream, ReadOnlySpan<byte> text)
    {
        Write(stream, (uint)text.Length);
        stream.Write(text);
    }

    private static void Write(MemoryStream stream, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        stream.Write(bytes);
    }
}
