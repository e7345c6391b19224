using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Walking;
using HomeOps.Text;

namespace HomeOps.Sops.Checking;

/// <summary>Looks at each value of an encrypted file without a key: whether it is encrypted, and of a type its place can take.</summary>
internal sealed class LeafCheck : TreeWalk
{
    private readonly SourceText source;
    private readonly List<Diagnostic> findings;
    private readonly bool isSecret;

    private LeafCheck(SourceText source, SopsSelector selector, bool isSecret, List<Diagnostic> findings)
        : base(selector)
    {
        this.source = source;
        this.isSecret = isSecret;
        this.findings = findings;
    }

    public static void Run(SopsTree tree, SopsSelector selector, List<Diagnostic> findings)
    {
        foreach (var document in tree.Documents)
        {
            new LeafCheck(tree.Source, selector, IsSecret(document), findings).Walk([document]);
        }
    }

    /// <summary>Whether a document is a Kubernetes Secret.</summary>
    public static bool IsSecret(SopsMap document) =>
        document["kind"] is SopsScalar { Text: "Secret" }
        && document["apiVersion"] is null or SopsScalar { Text: "v1" };

    protected override SopsNode OnScalar(SopsScalar scalar, bool encrypted)
    {
        var value = EncryptedValue.Parse(scalar.Text);
        if (encrypted && !scalar.IsEmpty && value is null)
        {
            findings.Add(SopsCheckDiagnostics.PlainValue(Path.ToString(), source.At(scalar.Span).Hidden()));
        }

        if (isSecret && Path.Keys is ["data" or "stringData", ..])
        {
            var type = value?.Type ?? scalar.TypeName;
            if (Path.Keys.Count != 2 || type is not ("str" or "bytes" or "comment"))
            {
                var word = Path.Keys.Count == 2 ? type : "part of a map or list";
                findings.Add(SopsCheckDiagnostics.NotString(Path.ToString(), word, source.At(scalar.Span).Hidden()));
            }
        }

        return scalar;
    }

    protected override SopsComment OnComment(SopsComment comment, bool encrypted) => comment;

    protected override SopsNode OnListComment(SopsComment comment, bool encrypted) => comment;
}
