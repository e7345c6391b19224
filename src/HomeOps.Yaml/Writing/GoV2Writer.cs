using System.Text;

namespace HomeOps.Yaml;

/// <summary>
/// Writes values as go-yaml v2 does, which is how kustomize, Helm and kubectl print objects: two columns for a level, sequences not
/// indented below their key, texts quoted only when a YAML 1.1 reader would take them for something else, lines folded at a blank
/// behind column 80. The caller walks its own tree and brings keys in <see cref="NaturalKeyOrder"/>.
/// </summary>
public sealed partial class GoV2Writer
{
    private const int Indent = 2;
    private const int Width = 80;

    // A key that is longer in UTF-8 is written behind "?".
    private const int MaxSimpleKey = 128;

    private readonly StringBuilder text = new();
    private readonly Stack<int> indents = new();
    private int indent = -1;
    private int column;

    // Whether the last character separates, and whether only indentation stands on this line.
    private bool whitespace = true;
    private bool indention = true;

    // Whether the next node is the value of a key.
    private bool isValue;

    /// <summary>The number of characters written.</summary>
    public int Length => text.Length;

    /// <summary>What was written so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Begins a document; from the second on <c>---</c> stands before it.</summary>
    public void BeginDocument()
    {
        if (text.Length > 0)
        {
            text.Append("---\n");
        }

        (indent, column, whitespace, indention, isValue) = (-1, 0, true, true, false);
        indents.Clear();
    }

    /// <summary>Ends a document: a line feed when the last line has none.</summary>
    public void EndDocument() => WriteIndent();

    /// <summary>Begins a mapping with at least one key.</summary>
    public void BeginMapping() => IncreaseIndent(isFlow: false, isIndentless: false);

    /// <summary>Ends a mapping.</summary>
    public void EndMapping() => indent = indents.Pop();

    /// <summary>Writes a key; its value is what is written next.</summary>
    public void WriteKey(string key)
    {
        WriteIndent();
        var analysis = ScalarAnalysis.Of(key);
        if (!analysis.IsMultiline && IsShort(key))
        {
            WriteScalar(key, StyleOf(key), analysis, isSimpleKey: true);
            WriteIndicator(":", needsWhitespace: false);
        }
        else
        {
            WriteIndicator("?", needsWhitespace: true, isIndention: true);
            WriteScalar(key, StyleOf(key), analysis, isSimpleKey: false);
            WriteIndent();
            WriteIndicator(":", needsWhitespace: true, isIndention: true);
        }

        isValue = true;
    }

    /// <summary>Begins a sequence with at least one item.</summary>
    public void BeginSequence() => IncreaseIndent(isFlow: false, isIndentless: isValue && !indention);

    /// <summary>Ends a sequence.</summary>
    public void EndSequence() => indent = indents.Pop();

    /// <summary>Begins an item; its content is what is written next.</summary>
    public void BeginItem()
    {
        WriteIndent();
        WriteIndicator("-", needsWhitespace: true, isIndention: true);
        isValue = false;
    }

    /// <summary>Writes <c>{}</c>.</summary>
    public void WriteEmptyMapping() => WriteIndicator("{}", needsWhitespace: true);

    /// <summary>Writes <c>[]</c>.</summary>
    public void WriteEmptySequence() => WriteIndicator("[]", needsWhitespace: true);

    /// <summary>Writes a number, a truth value or null as it is given.</summary>
    public void WriteLiteral(string literal)
    {
        WriteIndicator(literal, needsWhitespace: true);
    }

    /// <summary>Writes a text in the style its content asks for.</summary>
    public void WriteText(string value) =>
        WriteScalar(value, StyleOf(value), ScalarAnalysis.Of(value), isSimpleKey: false);

    private static ScalarStyle StyleOf(string value) =>
        value.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
        : YamlScalars.ReadsAsText(value) ? ScalarStyle.Plain
        : ScalarStyle.DoubleQuoted;

    private static bool IsShort(string key) =>
        key.Length <= MaxSimpleKey / 3
        || (key.Length <= MaxSimpleKey && Encoding.UTF8.GetByteCount(key) <= MaxSimpleKey);

    private void IncreaseIndent(bool isFlow, bool isIndentless)
    {
        isValue = false;
        indents.Push(indent);
        if (indent < 0)
        {
            indent = isFlow ? Indent : 0;
        }
        else if (!isIndentless)
        {
            indent += Indent;
        }
    }

    private void WriteIndent()
    {
        var target = Math.Max(indent, 0);
        if (!indention || column > target || (column == target && !whitespace))
        {
            WriteBreak('\n');
        }

        if (column < target)
        {
            text.Append(' ', target - column);
            column = target;
        }

        whitespace = true;
        indention = true;
    }

    private void WriteIndicator(
        string indicator,
        bool needsWhitespace,
        bool isWhitespace = false,
        bool isIndention = false
    )
    {
        if (needsWhitespace && !whitespace)
        {
            Put(' ');
        }

        text.Append(indicator);
        column += indicator.Length;
        whitespace = isWhitespace;
        indention = indention && isIndention;
    }

    private void WriteBreak(char c)
    {
        text.Append(c);
        column = 0;
    }

    private void Put(char c)
    {
        text.Append(c);
        column++;
    }
}
