using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Metadata;
using HomeOps.Text;

namespace HomeOps.Sops.Walking;

/// <summary>Turns the tree of an encrypted file into plaintext and computes the digest that its MAC must hold.</summary>
internal sealed class TreeDecryption : TreeWalk
{
    private readonly DataKey key;
    private readonly SourceText source;
    private readonly MacHash mac;

    private TreeDecryption(DataKey key, SourceText source, SopsSelector selector, MacHash mac)
        : base(selector)
    {
        this.key = key;
        this.source = source;
        this.mac = mac;
    }

    /// <summary>Decrypts every value; each keeps the encrypted form it came from.</summary>
    /// <exception cref="SopsException">A value does not decrypt or is not encrypted.</exception>
    public static (SopsTree Plain, string Digest) Decrypt(SopsTree tree, SopsMetadata metadata, DataKey key)
    {
        using var digest = new MacHash(metadata.MacOnlyEncrypted);
        var walk = new TreeDecryption(key, tree.Source, metadata.Selector, digest);
        var documents = walk.Walk(tree.Documents);
        return (new SopsTree(tree.Source, documents), digest.Finish());
    }

    protected override SopsNode OnScalar(SopsScalar scalar, bool encrypted)
    {
        if (!encrypted || scalar.IsEmpty)
        {
            mac.Add(scalar, encrypted);
            return scalar;
        }

        if (scalar.Type is not (SopsType.String or SopsType.Binary))
        {
            throw Bad(
                SopsFailure.WrongKind,
                SopsDiagnostics.NotStringInEncryptedPlace(Path.ToString(), At(scalar).Hidden())
            );
        }

        var value =
            EncryptedValue.Parse(scalar.Text)
            ?? throw Bad(
                SopsFailure.BadValue,
                SopsDiagnostics.PlainInEncryptedPlace(Path.ToString(), At(scalar).Hidden())
            );
        var plain =
            key.Open(value, Path.ToBytes())
            ?? throw Bad(SopsFailure.BadValue, SopsDiagnostics.CannotDecrypt(Path.ToString(), At(scalar)));
        try
        {
            return Typed(value.Type, plain, scalar);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    protected override SopsComment OnComment(SopsComment comment, bool encrypted)
    {
        // A comment that does not decrypt was written by hand or by an old release: it stays as it is, as in SOPS.
        if (
            !encrypted
            || EncryptedValue.Parse(comment.Text) is not { } value
            || key.Open(value, Path.ToBytes()) is not { } plain
        )
        {
            return comment;
        }

        return new SopsComment(Encoding.UTF8.GetString(plain)) { Span = comment.Span, Cipher = comment.Text };
    }

    protected override SopsNode OnListComment(SopsComment comment, bool encrypted) => OnComment(comment, encrypted);

    private SopsNode Typed(string type, byte[] plain, SopsScalar origin)
    {
        if (type is TreeEncryption.CommentType)
        {
            return new SopsComment(Encoding.UTF8.GetString(plain)) { Span = origin.Span, Cipher = origin.Text };
        }

        var scalar =
            (type is "str" or "bytes" ? SopsScalar.Binary(plain) : FromText(type, Encoding.UTF8.GetString(plain)))
            ?? throw Bad(SopsFailure.BadValue, SopsDiagnostics.WrongType(Path.ToString(), type, At(origin)));
        mac.Add(scalar, encrypted: true);
        return scalar.From(origin.Span, origin.Text);
    }

    private static SopsScalar? FromText(string type, string text) =>
        type switch
        {
            "int" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? SopsScalar.Int(number)
                : null,
            "float" => GoFloat(text),
            "bool" => text switch
            {
                "1" or "t" or "T" or "TRUE" or "true" or "True" => SopsScalar.Bool(true),
                "0" or "f" or "F" or "FALSE" or "false" or "False" => SopsScalar.Bool(false),
                _ => null,
            },
            "time" => Rfc3339.Nanoseconds(text) is { } time ? SopsScalar.Time(time) : null,
            _ => null,
        };

    private static SopsScalar? GoFloat(string text) =>
        Tree.GoNumber.Parse(text) is { } value ? SopsScalar.Float(value) : null;

    private Location At(SopsNode node) => source.At(node.Span);

    private static SopsException Bad(SopsFailure failure, Diagnostic diagnostic) => new(failure, diagnostic);
}
