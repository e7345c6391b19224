using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;

namespace HomeOps.Talos.Secrets;

/// <summary>Makes the secrets of a new cluster.</summary>
internal static class SecretsGenerator
{
    private const string TokenAlphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int RsaBits = 4096;

    public static SecretsBundle Generate(RandomFill random, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new SecretsBundle
        {
            ClusterId = Bytes32(random).Replace('+', '-').Replace('/', '_'),
            ClusterSecret = Bytes32(random),
            BootstrapToken = Token(random),
            SecretboxEncryptionSecret = Bytes32(random),
            TrustdToken = Token(random),
            Etcd = Authority.MakeEcdsa("etcd", random, now),
            Kubernetes = Authority.MakeEcdsa("kubernetes", random, now),
            Aggregator = Authority.MakeEcdsa("", random, now),
            ServiceAccount = new PemKeyPair("", MakeRsa()),
            Os = Authority.MakeEd25519("talos", random, now),
        };
    }

    private static string MakeRsa()
    {
        using var rsa = RSA.Create(RsaBits);
        return rsa.ExportRSAPrivateKeyPem() + "\n";
    }

    private static string Bytes32(RandomFill random)
    {
        var bytes = new byte[32];
        random(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static string Token(RandomFill random) => Letters(random, 6) + "." + Letters(random, 16);

    private static string Letters(RandomFill random, int count)
    {
        var text = new StringBuilder(count);
        var one = new byte[1];
        while (text.Length < count)
        {
            random(one);
            // 252 is the largest multiple of 36 in a byte: every letter is equally likely.
            if (one[0] < 252)
            {
                text.Append(TokenAlphabet[one[0] % TokenAlphabet.Length]);
            }
        }

        return text.ToString();
    }
}
