using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>JSON.</summary>
internal sealed class JsonFormat : SopsFormat
{
    public JsonFormat()
        : base("json") { }

    internal override FileContent Read(SourceText text) => JsonTreeReader.Read(text);

    internal override string Write(SopsTree tree, SopsMap? block, FileLayout layout) =>
        JsonTreeWriter.Write(tree, block, layout.Indents.Json);

    internal override string WriteValue(SopsTree tree, SopsNode value, FileLayout layout) =>
        JsonTreeWriter.WriteValue(tree, value, layout.Indents.Json);
}
