using System.Text;

namespace HomeOps.Yaml;

/// <summary>
/// Writes as go-yaml v3's emitter (emitterc.go) does, blank lines and the places of comments included. Comments wait until
/// the rules have a place for them; one that waits is replaced by the next of its kind, as there.
/// </summary>
internal sealed partial class GoYamlEmitter(YamlProfile profile)
{
    // A key that is longer is written behind "?".
    private const int MaxSimpleKey = 128;

    private readonly StringBuilder text = new();
    private readonly Stack<int> indents = new();
    private int indent = -1;
    private int column;

    // Whether the last character separates, and whether only indentation stands on this line.
    private bool whitespace = true;
    private bool indention = true;

    /// <inheritdoc />
    public override string ToString() => text.ToString();

    /// <summary>A scalar of one line by itself, without tag and comments.</summary>
    public static string Inline(YamlScalar scalar)
    {
        var emitter = new GoYamlEmitter(YamlProfile.Sops());
        emitter.WriteLeaf(scalar, isItem: false, isSimpleKey: true);
        return emitter.ToString();
    }

    public void WriteDocument(YamlDocument document, bool isFirst)
    {
        SetComments(document.Comments.Head, "", "");
        var isEmpty = document.Root is null or YamlScalar { Value: "", Style: ScalarStyle.Plain };
        if (!isFirst || isEmpty)
        {
            WriteIndent();
            WriteIndicator("---", needsWhitespace: true);
            WriteIndent();
        }

        if (headComment.Length > 0)
        {
            WriteHeadComment();
            WriteBreak();
        }

        WriteRoot(document.Root ?? new YamlScalar(""));
        SetComments("", "", document.Comments.Foot);
        footIndent = 0;
        WriteFootComment();
        footIndent = -1;
        WriteIndent();
    }

    private void WriteRoot(YamlNode root)
    {
        switch (root)
        {
            case YamlMapping mapping:
                SetComments(mapping.Comments.Head, "", "");
                WriteHeadComment();
                WriteStart(mapping);
                WriteLineAndFootComment();
                WriteMapping(mapping, isItem: false);
                break;
            case YamlSequence sequence:
                SetComments(sequence.Comments.Head, "", "");
                WriteHeadComment();
                WriteStart(sequence);
                WriteLineAndFootComment();
                WriteSequence(sequence, isItem: false);
                break;
            default:
                SetComments(root.Comments);
                WriteHeadComment();
                WriteLeaf(root, isItem: false, isSimpleKey: false);
                WriteLineAndFootComment();
                break;
        }
    }

    // A value or an item: its own beginning, then the comments of its line, then what it holds.
    private void WriteNode(YamlNode node, bool isItem)
    {
        switch (node)
        {
            case YamlMapping mapping:
                WriteStart(mapping);
                WriteLineAndFootComment();
                WriteMapping(mapping, isItem);
                break;
            case YamlSequence sequence:
                WriteStart(sequence);
                WriteLineAndFootComment();
                WriteSequence(sequence, isItem);
                break;
            default:
                WriteLeaf(node, isItem, isSimpleKey: false);
                WriteLineAndFootComment();
                break;
        }
    }

    private void WriteStart(YamlNode node)
    {
        WriteAnchor(node);
        if (node.Tag is { } tag and not "!")
        {
            WriteTag(tag);
        }
    }

    private void WriteMapping(YamlMapping mapping, bool isItem)
    {
        if (mapping.Entries.Count == 0)
        {
            WriteEmptyMapping(mapping, isItem);
            return;
        }

        IncreaseIndent(isFlow: false, isItem);
        var tail = "";
        foreach (var entry in mapping.Entries)
        {
            WriteEntry(entry, tail);
            tail = entry.Key.Comments.Foot;
        }

        SetComments("", mapping.Comments.Line, mapping.Comments.Foot, tail);
        WriteHeadComment();
        indent = indents.Pop();
    }

    private void WriteEntry(YamlEntry entry, string tail)
    {
        var key = entry.Key;
        var isLeaf = key is YamlScalar or YamlAlias;
        SetComments(key.Comments.Head, isLeaf ? key.Comments.Line : "", "", tail);
        WriteHeadComment();
        WriteIndent();
        if (lineComment.Length > 0)
        {
            keyLineComment = lineComment;
            lineComment = "";
        }

        if (IsSimpleKey(key))
        {
            WriteSimpleKey(key);
            WriteIndicator(":", needsWhitespace: false);
        }
        else
        {
            WriteIndicator("?", needsWhitespace: true, isIndention: true);
            WriteComplexKey(key);
            WriteIndent();
            WriteIndicator(":", needsWhitespace: true, isIndention: true);
        }

        SetStartComments(entry.Value);
        PlaceKeyLineComment(entry.Value);
        WriteNode(entry.Value, isItem: false);
    }

    private void WriteSimpleKey(YamlNode key)
    {
        switch (key)
        {
            case YamlMapping mapping:
                WriteStart(mapping);
                WriteEmptyMapping(mapping, isItem: false);
                break;
            case YamlSequence sequence:
                WriteStart(sequence);
                WriteEmptySequence(sequence, isItem: false);
                break;
            default:
                WriteLeaf(key, isItem: false, isSimpleKey: true);
                break;
        }
    }

    private void WriteComplexKey(YamlNode key)
    {
        switch (key)
        {
            case YamlMapping mapping:
                WriteStart(mapping);
                WriteMapping(mapping, isItem: false);
                break;
            case YamlSequence sequence:
                WriteStart(sequence);
                WriteSequence(sequence, isItem: false);
                break;
            default:
                WriteLeaf(key, isItem: false, isSimpleKey: false);
                break;
        }
    }

    private void WriteSequence(YamlSequence sequence, bool isItem)
    {
        if (sequence.Items.Count == 0)
        {
            WriteEmptySequence(sequence, isItem);
            return;
        }

        IncreaseIndent(isFlow: false, isItem);
        foreach (var item in sequence.Items)
        {
            SetStartComments(item);
            WriteHeadComment();
            WriteIndent();
            WriteIndicator("-", needsWhitespace: true, isIndention: true);
            WriteNode(item, isItem: true);
        }

        SetComments("", sequence.Comments.Line, sequence.Comments.Foot);
        indent = indents.Pop();
    }

    // A comment that waits for an empty mapping stands inside its braces.
    private void WriteEmptyMapping(YamlMapping mapping, bool isItem)
    {
        SetComments("", mapping.Comments.Line, mapping.Comments.Foot);
        WriteIndicator("{", needsWhitespace: true, isWhitespace: true);
        IncreaseIndent(isFlow: true, isItem);
        WriteHeadComment();
        indent = indents.Pop();
        WriteIndicator("}", needsWhitespace: false);
        WriteLineAndFootComment();
    }

    private void WriteEmptySequence(YamlSequence sequence, bool isItem)
    {
        SetComments("", sequence.Comments.Line, sequence.Comments.Foot);
        WriteIndicator("[", needsWhitespace: true, isWhitespace: true);
        IncreaseIndent(isFlow: true, isItem);
        indent = indents.Pop();
        WriteIndicator("]", needsWhitespace: false);
        WriteLineAndFootComment();
    }

    private static bool IsSimpleKey(YamlNode key)
    {
        var length = Utf8Length(key.Anchor) + TagLength(key);
        switch (key)
        {
            case YamlAlias alias:
                return Utf8Length(alias.Name) <= MaxSimpleKey;
            case YamlScalar { Value: "", Style: ScalarStyle.Plain }:
                // Before a colon it would have to be quoted, and be a text then.
                return false;
            case YamlScalar scalar:
                return !ScalarAnalysis.Of(scalar.Value).IsMultiline
                    && length + Utf8Length(scalar.Value) <= MaxSimpleKey;
            case YamlMapping { Entries.Count: 0 } or YamlSequence { Items.Count: 0 }:
                return length <= MaxSimpleKey;
            default:
                return false;
        }
    }

    private static int Utf8Length(string? value) => value is null ? 0 : Encoding.UTF8.GetByteCount(value);

    private static int TagLength(YamlNode node) =>
        EffectiveTag(node) is { } tag ? Encoding.UTF8.GetByteCount(YamlTags.Shorten(tag)) : 0;

    // The first level inside a sequence item skips "- " only; all others stand at multiples of the indent.
    private void IncreaseIndent(bool isFlow, bool isItem)
    {
        indents.Push(indent);
        if (indent < 0)
        {
            indent = isFlow ? profile.Indent : 0;
        }
        else if (isItem)
        {
            indent += 2;
        }
        else
        {
            indent = profile.Indent * ((indent + profile.Indent) / profile.Indent);
        }
    }
}
