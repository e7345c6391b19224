using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>
/// Any other file: encrypted whole as one value of a JSON object.
/// </summary>
internal sealed class BinaryFormat : SopsFormat
{
    private const string Key = "data";

    public BinaryFormat()
        : base("binary") { }

    // What is not JSON with a SOPS block is plaintext, whatever it looks like.
    internal override FileContent Read(SourceText text)
    {
        if (text.Text.AsSpan().TrimStart().StartsWith("{"))
        {
            try
            {
                var content = JsonTreeReader.Read(text);
                if (content.Block is not null)
                {
                    return content;
                }
            }
            catch (SopsException exception) when (exception.Failure == SopsFailure.BadInput)
            {
                // Plaintext that begins with a brace.
            }
        }

        return new FileContent(Tree(text, SopsScalar.String(text.Text)), null);
    }

    /// <summary>The tree of a plaintext that may be no UTF-8.</summary>
    public static SopsTree ReadBytes(string path, ReadOnlySpan<byte> plain) =>
        Tree(new SourceText(path, ""), SopsScalar.Binary(plain.ToArray()));

    internal override string Write(SopsTree tree, SopsMap? block, FileLayout layout) =>
        block is not null ? JsonTreeWriter.Write(tree, block, layout.Indents.JsonBinary)
        : tree.Find(Key) is SopsScalar scalar ? scalar.Text
        : throw NotBinary(tree);

    internal override byte[] WriteBytes(SopsTree tree, FileLayout layout) =>
        tree.Find(Key) is SopsScalar scalar ? scalar.ToBytes() : throw NotBinary(tree);

    internal override SopsSelector UsualSelector => SopsSelector.Everything;

    internal override SopsSelector SelectorOf(CreationRule rule) => SopsSelector.Everything;

    private static SopsTree Tree(SourceText source, SopsScalar data) =>
        new(source, [new SopsMap([new SopsEntry(Key, data)])]);

    private static SopsException NotBinary(SopsTree tree) =>
        new(
            SopsFailure.NotWritable,
            SopsDiagnostics.NotExpressible("binary", "it has no 'data'", tree.Source.At(0, 0))
        );
}
