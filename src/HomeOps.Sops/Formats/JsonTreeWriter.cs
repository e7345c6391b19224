using System.Globalization;
using System.Text;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Tree;

namespace HomeOps.Sops.Formats;

/// <summary>Writes JSON as Go's <c>encoding/json</c> does with indentation. Comments are left out: JSON has none.</summary>
internal sealed class JsonTreeWriter
{
    private readonly StringBuilder output = new();
    private readonly string indent;
    private readonly SopsTree tree;
    private int depth;

    private JsonTreeWriter(SopsTree tree, int indent)
    {
        this.tree = tree;
        this.indent = indent < 0 ? "\t" : new string(' ', indent);
    }

    /// <summary>Writes one object, ending in a line end.</summary>
    /// <param name="tree">With one document; of several only the first is written, as SOPS does.</param>
    /// <param name="block">The SOPS block to put last, if any.</param>
    /// <param name="indent">Blanks for each level; -1 for a tab.</param>
    /// <exception cref="SopsException"><see cref="SopsFailure.NotWritable"/>: JSON has no such number.</exception>
    public static string Write(SopsTree tree, SopsMap? block, int indent)
    {
        var map = tree.Documents.Count > 0 ? tree.Documents[0] : new SopsMap([]);
        if (block is not null)
        {
            map = new SopsMap([.. map.Entries, new SopsEntry(SopsMetadata.Key, block)]);
        }

        return WriteValue(tree, map, indent);
    }

    /// <summary>Writes one value, ending in a line end.</summary>
    public static string WriteValue(SopsTree tree, SopsNode value, int indent)
    {
        var writer = new JsonTreeWriter(tree, indent);
        writer.Node(value);
        return writer.output.Append('\n').ToString();
    }

    private void Node(SopsNode node)
    {
        switch (node)
        {
            case SopsMap map:
                Map(map);
                break;
            case SopsList list:
                List(list);
                break;
            default:
                Scalar((SopsScalar)node);
                break;
        }
    }

    private void Map(SopsMap map)
    {
        output.Append('{');
        depth++;
        var any = false;
        foreach (var entry in map.Entries.Where(static e => e.Key is not null))
        {
            output.Append(any ? "," : "");
            any = true;
            NewLine();
            Text(entry.Key ?? "");
            output.Append(": ");
            Node(entry.Value);
        }

        Close(any, '}');
    }

    private void List(SopsList list)
    {
        output.Append('[');
        depth++;
        var any = false;
        foreach (var item in list.Items.Where(static i => i is not SopsComment))
        {
            output.Append(any ? "," : "");
            any = true;
            NewLine();
            Node(item);
        }

        Close(any, ']');
    }

    private void Close(bool any, char bracket)
    {
        depth--;
        if (any)
        {
            NewLine();
        }

        output.Append(bracket);
    }

    private void NewLine()
    {
        output.Append('\n');
        for (var i = 0; i < depth; i++)
        {
            output.Append(indent);
        }
    }

    private void Scalar(SopsScalar scalar)
    {
        switch (scalar.Type)
        {
            case SopsType.Null:
                output.Append("null");
                break;
            case SopsType.Bool:
                output.Append(MetadataReader.IsTrue(scalar) ? "true" : "false");
                break;
            case SopsType.Int:
                output.Append(scalar.Text);
                break;
            case SopsType.Float:
                output.Append(
                    GoNumber.Json(GoNumber.Parse(scalar.Text) ?? 0)
                        ?? throw new SopsException(
                            SopsFailure.NotWritable,
                            SopsDiagnostics.NotExpressible(
                                "JSON",
                                "a number that is infinite or no number",
                                tree.Source.At(scalar.Span)
                            )
                        )
                );
                break;
            case SopsType.Binary:
                Text(Encoding.UTF8.GetString(scalar.ToBytes()));
                break;
            default:
                Text(scalar.Text);
                break;
        }
    }

    private void Text(string text)
    {
        output.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    output.Append('\\').Append(c);
                    break;
                case '\b':
                    output.Append("\\b");
                    break;
                case '\f':
                    output.Append("\\f");
                    break;
                case '\n':
                    output.Append("\\n");
                    break;
                case '\r':
                    output.Append("\\r");
                    break;
                case '\t':
                    output.Append("\\t");
                    break;
                case '<' or '>' or '&' or '\u2028' or '\u2029' or < ' ':
                    output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    output.Append(c);
                    break;
            }
        }

        output.Append('"');
    }
}
