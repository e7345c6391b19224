using System.Text;
using HomeOps.Sops.Metadata;
using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>
/// INI: a map of sections, each a map of strings. A comment above a section is the first entry in it, one above a key follows the
/// key, as SOPS keeps them.
/// </summary>
internal sealed class IniFormat : SopsFormat
{
    /// <summary>The name of the section without a header.</summary>
    public const string DefaultSection = "DEFAULT";

    public IniFormat()
        : base("ini") { }

    internal override FileContent Read(SourceText text)
    {
        if (text.Text.Length == 0)
        {
            throw new SopsException(SopsFailure.EmptyFile, SopsDiagnostics.Empty(text.At(0, 0)));
        }

        var sections = new IniReader(text).Read();
        var block = sections.Find(static s => s.Key is SopsMetadata.Key)?.Value as SopsMap;
        var rest = sections.Where(static s => s.Key is not SopsMetadata.Key);
        return new FileContent(
            new SopsTree(text, [new SopsMap([.. rest])]),
            block is null
                ? null
                : FlatMetadata.Unflatten(
                    block
                        .Entries.Where(static e => e is { Key: not null, Value: SopsScalar })
                        .Select(static e => (e.Key ?? "", (SopsScalar)e.Value))
                )
        );
    }

    internal override string Write(SopsTree tree, SopsMap? block, FileLayout layout)
    {
        var output = new StringBuilder();
        foreach (var section in tree.Documents.Count > 0 ? tree.Documents[0].Entries : [])
        {
            if (section.Key is { } name)
            {
                var entries =
                    (section.Value as SopsMap)?.Entries
                    ?? throw new SopsException(
                        SopsFailure.NotWritable,
                        SopsDiagnostics.NotExpressible(
                            "an INI file",
                            $"'{name}' is not a section",
                            tree.Source.At(section.Value.Span)
                        )
                    );
                WriteSection(output, tree, name, entries);
            }
        }

        if (block is not null)
        {
            var flat = FlatMetadata.Flatten(block);
            WriteSection(
                output,
                tree,
                SopsMetadata.Key,
                [.. flat.Select(static f => new SopsEntry(f.Name, SopsScalar.String(f.Text)))]
            );
        }

        return output.ToString();
    }

    private static void WriteSection(StringBuilder output, SopsTree tree, string name, IReadOnlyList<SopsEntry> entries)
    {
        if (name is DefaultSection && entries.Count == 0)
        {
            return;
        }

        output.Append(output.Length > 0 ? "\n" : "");
        var first = 0;
        if (entries is [{ Value: SopsComment comment }, ..])
        {
            WriteComment(output, comment);
            first = 1;
        }

        if (name is not DefaultSection)
        {
            output.Append('[').Append(name).Append("]\n");
        }

        var width = entries.Max(static e => e.Key?.Length) ?? 0;
        for (var i = first; i < entries.Count; i++)
        {
            if (entries[i].Key is not { } key)
            {
                continue;
            }

            if (i + 1 < entries.Count && entries[i + 1].Value is SopsComment above)
            {
                WriteComment(output, above);
            }

            var value =
                entries[i].Value as SopsScalar
                ?? throw new SopsException(
                    SopsFailure.NotWritable,
                    SopsDiagnostics.Complex("an INI file", key, tree.Source.At(entries[i].Value.Span))
                );
            output.Append(key.PadRight(width)).Append(" = ").Append(Quote(DotenvFormat.PlainText(value))).Append('\n');
        }
    }

    private static void WriteComment(StringBuilder output, SopsComment comment)
    {
        foreach (var line in comment.Text.Split('\n'))
        {
            output.Append("; ").Append(line).Append('\n');
        }
    }

    private static string Quote(string value) =>
        value.AsSpan().ContainsAny('\n', '`') ? $"\"\"\"{value}\"\"\""
        : value.AsSpan().ContainsAny('#', ';') ? $"`{value}`"
        : value.AsSpan().Trim().Length < value.Length ? $"\"{value}\""
        : value;
}
