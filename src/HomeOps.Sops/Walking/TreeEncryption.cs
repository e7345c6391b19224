using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;
using HomeOps.Sops.Ciphering;

namespace HomeOps.Sops.Walking;

/// <summary>Turns plaintext into the tree of an encrypted file and computes the digest for its MAC.</summary>
internal sealed class TreeEncryption : TreeWalk
{
    /// <summary>The type of encrypted comments.</summary>
    public const string CommentType = "comment";

    private readonly DataKey key;
    private readonly RandomFill random;
    private readonly ReusableValues reusable;
    private readonly MacHash mac;
    private int fresh;

    private TreeEncryption(DataKey key, RandomFill random, SopsSelector selector, ReusableValues reusable, MacHash mac)
        : base(selector)
    {
        this.key = key;
        this.random = random;
        this.reusable = reusable;
        this.mac = mac;
    }

    /// <summary>Encrypts what the selector chooses.</summary>
    /// <param name="plain">The plaintext.</param>
    /// <param name="settings">Which values, and what the MAC covers.</param>
    /// <param name="key">The file's data key.</param>
    /// <param name="random">The source of initialization vectors.</param>
    /// <param name="reusable">Values of the file as it was; empty for a new one.</param>
    public static EncryptedTree Encrypt(
        SopsTree plain,
        FileSettings settings,
        DataKey key,
        RandomFill random,
        ReusableValues reusable
    )
    {
        using var digest = new MacHash(settings.MacOnlyEncrypted);
        var walk = new TreeEncryption(key, random, settings.Selector, reusable, digest);
        var documents = walk.Walk(plain.Documents);
        return new EncryptedTree(
            new SopsTree(plain.Source, documents),
            digest.Finish(),
            KeptAllCiphers: walk.fresh == 0 && reusable.Left == 0
        );
    }

    protected override SopsNode OnScalar(SopsScalar scalar, bool encrypted)
    {
        mac.Add(scalar, encrypted);
        return encrypted && !scalar.IsEmpty
            ? SopsScalar.String(Seal(scalar.TypeName, scalar.Text, scalar.ToBytes())).From(scalar.Span)
            : scalar;
    }

    protected override SopsComment OnComment(SopsComment comment, bool encrypted) =>
        encrypted && comment.Text.Length > 0
            ? new SopsComment(SealComment(comment), comment.Inline) { Span = comment.Span }
            : comment;

    protected override SopsNode OnListComment(SopsComment comment, bool encrypted) =>
        encrypted && comment.Text.Length > 0 ? SopsScalar.String(SealComment(comment)).From(comment.Span) : comment;

    private string SealComment(SopsComment comment) =>
        Seal(CommentType, comment.Text, Encoding.UTF8.GetBytes(comment.Text));

    private string Seal(string type, string text, byte[] plain)
    {
        try
        {
            if (reusable.Take(Path.Binding, type, text) is { } cipher)
            {
                return cipher;
            }

            fresh++;
            return key.Seal(plain, type, Path.ToBytes(), random).ToString();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
