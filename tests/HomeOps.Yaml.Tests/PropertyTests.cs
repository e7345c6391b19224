using System.Text;
using CsCheck;
using HomeOps.Text;

namespace HomeOps.Yaml.Tests;

public sealed class PropertyTests
{
    private static readonly Gen<string> Fragment = Any(
        "a",
        "b: ",
        "- ",
        "? ",
        ": ",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        " ",
        "#",
        " # c",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        "\"",
        "|",
        ">",
        "|+\n",
        ">-\n",
        "&x ",
        "*x",
        "!",
        "!!str ",
        "!<",
        "%TAG ! x",
        "---",
        "...",
        "\\",
        "\\x4",
        "<<",
        "\r\n",
        "\u2028",
        "\u0085",
        "\uFEFF",
        "😀",
        "0",
        "\u0001"
    );

    private static readonly Gen<string> Soup = Fragment.Array[0, 40].Select(string.Concat);

    // Texts without halves of surrogate pairs, rich in what YAML cares about.
    private static readonly Gen<string> AnyText = Gen.OneOf(
            Soup,
            Gen.String,
            Any("true", "1", "0x1", "~", "2024-01-02", " x", "x ", "\n", "\n x\n", "x\n\n", "y", "1:2", "=")
        )
        .Select(Valid);

    private static readonly Gen<YamlNode> Tree = Gen.Recursive<YamlNode>(
        (depth, node) =>
            depth > 3
                ? AnyText.Select(YamlNode (text) => Quotable(text))
                : Gen.OneOf(
                    AnyText.Select(YamlNode (text) => Quotable(text)),
                    Gen.Select(Gen.Int[-5, 5], YamlNode (number) => new YamlScalar($"{number}")),
                    node.List[0, 4].Select(YamlNode (items) => new YamlSequence(items)),
                    Gen.Select(AnyText, node, (key, value) => new YamlEntry(Quotable(key), value))
                        .List[0, 4]
                        .Select(YamlNode (entries) => new YamlMapping(entries))
                )
    );

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_inside_it() =>
        Gen.OneOf(Soup, Gen.String)
            .Sample(
                text =>
                {
                    var stream = Shape.Read(text);
                    return stream.Diagnostics.All(d =>
                        d.Location is { } at && at.Span.Start >= 0 && at.Span.End <= text.Length
                    );
                },
                iter: 5000
            );

    [Fact]
    public void Spans_lie_within_the_text_and_within_their_parents() =>
        Soup.Sample(
            text =>
            {
                var stream = Shape.Read(text);
                return stream.Documents.All(d => d.Root is null || IsNested(d.Root, new TextSpan(0, text.Length)));
            },
            iter: 5000
        );

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void A_tree_that_is_written_reads_back_the_same(int indent) =>
        Tree.Sample(
            tree =>
            {
                var text = YamlWriter.Write([Document(tree)], YamlProfile.Sops(indent));
                var read = Shape.Read(text);
                return !read.HasErrors && read.Documents is [{ Root: { } root }] && Shape.Same(tree, root);
            },
            iter: 1000,
            print: static tree => Shape.Of(tree)
        );

    [Fact]
    public void What_is_read_and_written_reads_the_same_again() =>
        Soup.Sample(
            text =>
            {
                var stream = Shape.Read(text);
                if (
                    // go-yaml's places for comments can break a document, as in an empty key with a comment.
                    text.Contains('#', StringComparison.Ordinal)
                    || stream.Documents.Any(static d => HasOddBreak(d.Root))
                )
                {
                    return true;
                }

                var written = YamlWriter.Write(stream.Documents, YamlProfile.Sops());
                var again = Shape.Read(written);
                return !again.HasErrors
                    && again.Documents.Count == stream.Documents.Count
                    && stream.Documents.Zip(again.Documents).All(static p => Shape.Same(p.First.Root, p.Second.Root));
            },
            iter: 5000
        );

    [Fact]
    public void Any_text_is_still_a_text_after_writing_and_reading() =>
        AnyText.Sample(
            text =>
            {
                var scalar = Quotable(text);
                var written = YamlWriter.Write([Document(scalar)], YamlProfile.Sops());
                var read = Shape.Read(written).Documents[0].Root as YamlScalar;
                return read is not null
                    && string.Equals(read.Value, text, StringComparison.Ordinal)
                    && YamlResolver.GoV3.Resolve(read).Kind is YamlKind.String or YamlKind.Merge
                    && (text is "=" or "<<" || YamlResolver.PyYaml.Resolve(read).Kind == YamlKind.String);
            },
            iter: 5000
        );

    [Fact]
    public void A_replaced_scalar_reads_as_the_new_text_and_all_else_stays() =>
        Gen.Select(AnyText, AnyText)
            .Sample(
                (old, now) =>
                {
                    var text = $"# c\na:\n  - {Inline(old)} # d\n  - [x, {Inline(old)}, y]\nz: 1\n";
                    var document = Shape.Document(text);
                    var list = (YamlSequence)((YamlMapping)document.Root!)["a"]!;
                    var flow = (YamlSequence)list.Items[1];
                    var edited = new YamlEdit(document)
                        .Replace((YamlScalar)list.Items[0], Quotable(now))
                        .Replace((YamlScalar)flow.Items[1], Quotable(now))
                        .Apply();
                    var again = (YamlMapping)Shape.Document(edited).Root!;
                    var items = (YamlSequence)again["a"]!;
                    return edited.StartsWith("# c\na:\n  - ", StringComparison.Ordinal)
                        && edited.EndsWith(", y]\nz: 1\n", StringComparison.Ordinal)
                        && string.Equals(((YamlScalar)items.Items[0]).Value, now, StringComparison.Ordinal)
                        && string.Equals(
                            ((YamlScalar)((YamlSequence)items.Items[1]).Items[1]).Value,
                            now,
                            StringComparison.Ordinal
                        );
                },
                iter: 2000
            );

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Inline(string text) =>
        "\"" + string.Concat(text.Select(static c => char.IsAsciiLetterOrDigit(c) ? $"{c}" : $"\\u{(int)c:x4}")) + "\"";

    // U+2028 and U+2029 do not survive as SOPS writes them, so they are quoted here.
    private static YamlScalar Quotable(string text) =>
        text.AsSpan().ContainsAny('\u2028', '\u2029')
            ? new YamlScalar(text, ScalarStyle.DoubleQuoted)
            : YamlScalars.String(text);

    private static YamlDocument Document(YamlNode root) => new(new SourceText("t", ""), root);

    private static bool HasOddBreak(YamlNode? node) =>
        node switch
        {
            YamlScalar scalar => scalar.Value.AsSpan().ContainsAny('\u2028', '\u2029', '\u0085'),
            YamlSequence sequence => sequence.Items.Any(HasOddBreak),
            YamlMapping mapping => mapping.Entries.Any(static e => HasOddBreak(e.Key) || HasOddBreak(e.Value)),
            _ => false,
        };

    private static bool IsNested(YamlNode node, TextSpan parent) =>
        node.Span.Start >= parent.Start
        && node.Span.End <= parent.End
        && node switch
        {
            YamlSequence sequence => sequence.Items.All(i => IsNested(i, node.Span)),
            YamlMapping mapping => mapping.Entries.All(e => IsNested(e.Key, node.Span) && IsNested(e.Value, node.Span)),
            _ => true,
        };

    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append(rune.ToString());
        }

        return valid.ToString();
    }
}
