using HomeOps.Sops.Editing;
using HomeOps.Sops.Formats;

namespace HomeOps.Sops;

/// <summary>SECRET. The plaintext of a file: never print or log it.</summary>
public sealed class SopsPlain
{
    private readonly SopsFormat format;
    private readonly FileLayout layout;

    internal SopsPlain(SopsFormat format, SopsTree tree, FileLayout layout)
    {
        this.format = format;
        this.layout = layout;
        Tree = tree;
    }

    /// <summary>The values.</summary>
    public SopsTree Tree { get; }

    /// <summary>The text in the file's own format and indentation, as SOPS writes it.</summary>
    public string ToText() => format.Write(Tree, null, layout);

    /// <summary>The text in another format or indentation.</summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.NotWritable"/>: the format cannot hold the values.</exception>
    public string ToText(SopsFormat other, StoreIndents indents) => other.Write(Tree, null, new FileLayout(indents));

    /// <summary>The content in the file's own format; for a binary file its very bytes.</summary>
    public byte[] ToBytes() => format.WriteBytes(Tree, layout);

    /// <summary>
    /// One value: a string as it is, without a line end; anything else in the file's own format, ending in one.
    /// </summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.PathNotFound"/>.</exception>
    public string Extract(SopsPath path)
    {
        var node = new TreeEdit(Tree, path).Find();
        return node is SopsScalar { Type: SopsType.String } text ? text.Text : format.WriteValue(Tree, node, layout);
    }

    /// <summary>Which values another version of the file has, lacks or holds differently; never the values themselves.</summary>
    public IReadOnlyList<SopsDifference> Differences(SopsPlain newer) =>
        Merging.TreeDifference.Between(Tree, newer.Tree);

    /// <summary>The values as environment variables, in file order.</summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.NotForEnvironment"/>: a value is nested.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> ToEnvironment()
    {
        var variables = new List<KeyValuePair<string, string>>();
        foreach (var (key, value) in Tree.Documents[0].Entries)
        {
            if (key is null)
            {
                continue;
            }

            variables.Add(
                value is SopsScalar scalar
                    ? new(key, DotenvFormat.PlainText(scalar))
                    : throw new SopsException(
                        SopsFailure.NotForEnvironment,
                        SopsDiagnostics.ComplexEnvironment(key, Tree.Source.At(value.Span))
                    )
            );
        }

        return variables;
    }

    /// <summary>Not the plaintext.</summary>
    public override string ToString() => "decrypted file";
}
