using System.Text;
using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>
/// <c>KEY=value</c> lines: no trimming, no quotes, <c>#</c> is a comment in the first column only, <c>\n</c> stands for a line
/// end. Empty lines are not kept.
/// </summary>
internal sealed class DotenvFormat : SopsFormat
{
    private const string Prefix = "sops_";

    public DotenvFormat()
        : base("dotenv") { }

    internal override FileContent Read(SourceText text)
    {
        if (text.Text.Length == 0)
        {
            throw new SopsException(SopsFailure.EmptyFile, SopsDiagnostics.Empty(text.At(0, 0)));
        }

        var entries = new List<SopsEntry>();
        var metadata = new List<(string, SopsScalar)>();
        for (var start = 0; start < text.Text.Length; )
        {
            var end = text.Text.IndexOf('\n', start);
            end = end < 0 ? text.Text.Length : end;
            ReadLine(text, TextSpan.FromBounds(start, end), entries, metadata);
            start = end + 1;
        }

        return new FileContent(
            new SopsTree(text, [new SopsMap(entries)]),
            metadata.Count == 0 ? null : FlatMetadata.Unflatten(metadata)
        );
    }

    internal override string Write(SopsTree tree, SopsMap? block, FileLayout layout)
    {
        var output = new StringBuilder();
        foreach (var entry in tree.Documents.Count > 0 ? tree.Documents[0].Entries : [])
        {
            switch (entry.Value)
            {
                case SopsComment comment:
                    output.Append('#').Append(Escape(comment.Text)).Append('\n');
                    break;
                case SopsScalar scalar:
                    output.Append(entry.Key).Append('=').Append(Escape(PlainText(scalar))).Append('\n');
                    break;
                default:
                    throw new SopsException(
                        SopsFailure.NotWritable,
                        SopsDiagnostics.Complex("a dotenv file", entry.Key ?? "", tree.Source.At(entry.Value.Span))
                    );
            }
        }

        if (block is not null)
        {
            foreach (var (name, value) in FlatMetadata.Flatten(block))
            {
                output.Append(Prefix).Append(name).Append('=').Append(Escape(value)).Append('\n');
            }
        }

        return output.ToString();
    }

    /// <summary>A value as it is handed to a program.</summary>
    internal static string PlainText(SopsScalar scalar) =>
        scalar.Type switch
        {
            SopsType.Bool => Metadata.MetadataReader.IsTrue(scalar) ? "true" : "false",
            SopsType.Null => "null",
            _ => scalar.Text,
        };

    private static void ReadLine(
        SourceText text,
        TextSpan span,
        List<SopsEntry> entries,
        List<(string, SopsScalar)> metadata
    )
    {
        if (span.Length == 0)
        {
            return;
        }

        var line = text.Text.Substring(span.Start, span.Length);
        if (line[0] == '#')
        {
            entries.Add(SopsEntry.OfComment(new SopsComment(Unescape(line[1..])) { Span = span }));
            return;
        }

        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw new SopsException(
                SopsFailure.BadInput,
                SopsDiagnostics.Malformed("dotenv", "the line has no '='", text.At(span))
            );
        }

        var key = line[..equals];
        var value = SopsScalar
            .String(Unescape(line[(equals + 1)..]))
            .From(TextSpan.FromBounds(span.Start + equals + 1, span.End));
        if (key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            metadata.Add((key[Prefix.Length..], value));
        }
        else
        {
            entries.Add(new SopsEntry(key, value) { KeySpan = new TextSpan(span.Start, equals) });
        }
    }

    private static string Escape(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);
}
