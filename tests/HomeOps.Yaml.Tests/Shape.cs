using System.Text;
using HomeOps.Text;

namespace HomeOps.Yaml.Tests;

/// <summary>Reads small texts and shows what came of them on one line.</summary>
internal static class Shape
{
    public static YamlStream Read(string text) => YamlReader.Read(new SourceText("t.yaml", text));

    /// <summary>The only document of a text that must be valid.</summary>
    public static YamlDocument Document(string text)
    {
        var stream = Read(text);
        Assert.Empty(stream.Diagnostics);
        return Assert.Single(stream.Documents);
    }

    public static YamlNode Root(string text) =>
        Document(text).Root ?? throw new InvalidOperationException("the document is empty");

    public static YamlMapping Mapping(string text) => Assert.IsType<YamlMapping>(Root(text));

    /// <summary>
    /// The tree as text: scalars in their quotes (plain ones as they are, literal <c>|..|</c>, folded <c>&gt;..&gt;</c>),
    /// <c>{}</c> and <c>[]</c> for block collections, doubled for flow, documents divided by <c>---</c>.
    /// </summary>
    public static string Of(string text)
    {
        var stream = Read(text);
        var shown = string.Join(" --- ", stream.Documents.Select(static d => d.Root is null ? "()" : Of(d.Root)));
        return stream.HasErrors ? (shown + " " + stream.Diagnostics[0].Code).Trim() : shown;
    }

    public static string Of(YamlNode node)
    {
        var text = new StringBuilder();
        if (node is not YamlAlias)
        {
            text.Append(node.Anchor is null ? "" : "&" + node.Anchor + " ");
            text.Append(node.Tag is null ? "" : "<" + node.Tag + "> ");
        }

        return text.Append(
                node switch
                {
                    YamlAlias alias => "*" + alias.Name,
                    YamlScalar scalar => Quote(scalar),
                    YamlSequence { Style: CollectionStyle.Flow } s => "[[" + Items(s) + "]]",
                    YamlSequence s => "[" + Items(s) + "]",
                    YamlMapping { Style: CollectionStyle.Flow } m => "{{" + Entries(m) + "}}",
                    YamlMapping m => "{" + Entries(m) + "}",
                    _ => throw new InvalidOperationException(),
                }
            )
            .ToString();
    }

    /// <summary>Whether two trees say the same: texts, what they mean to go-yaml, aliases and order. Styles do not count.</summary>
    public static bool Same(YamlNode? a, YamlNode? b) =>
        (a, b) switch
        {
            (null or YamlScalar { Value: "" }, null) => true,
            (null, YamlScalar { Value: "" }) => true,
            (YamlAlias x, YamlAlias y) => string.Equals(x.Name, y.Name, StringComparison.Ordinal),
            (YamlScalar x, YamlScalar y) => string.Equals(x.Value, y.Value, StringComparison.Ordinal)
                && KindOf(x) == KindOf(y),
            (YamlSequence x, YamlSequence y) => x.Items.Count == y.Items.Count
                && x.Items.Zip(y.Items).All(static p => Same(p.First, p.Second)),
            (YamlMapping x, YamlMapping y) => x.Entries.Count == y.Entries.Count
                && x.Entries.Zip(y.Entries)
                    .All(static p => Same(p.First.Key, p.Second.Key) && Same(p.First.Value, p.Second.Value)),
            _ => false,
        };

    private static YamlKind? KindOf(YamlScalar scalar)
    {
        try
        {
            return YamlResolver.GoV3.Resolve(scalar).Kind;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Items(YamlSequence sequence) => string.Join(", ", sequence.Items.Select(Of));

    private static string Entries(YamlMapping mapping) =>
        string.Join(", ", mapping.Entries.Select(static e => Of(e.Key) + ": " + Of(e.Value)));

    private static string Quote(YamlScalar scalar)
    {
        var value = scalar.Value.Replace("\n", "\\n", StringComparison.Ordinal);
        return scalar.Style switch
        {
            ScalarStyle.Plain => value.Length == 0 ? "~" : value,
            ScalarStyle.SingleQuoted => "'" + value + "'",
            ScalarStyle.DoubleQuoted => "\"" + value + "\"",
            ScalarStyle.Literal => "|" + value + "|",
            _ => ">" + value + ">",
        };
    }
}
