using System.Globalization;

namespace HomeOps.Yaml;

internal sealed partial class GoYamlEmitter
{
    private string headComment = "";
    private string lineComment = "";
    private string footComment = "";
    private string tailComment = "";
    private string keyLineComment = "";

    // The indentation at which a foot comment ended; content at the same one is set off by a blank line.
    private int footIndent = -1;

    private void SetComments(YamlComments comments, string tail = "") =>
        SetComments(comments.Head, comments.Line, comments.Foot, tail);

    private void SetComments(string head, string line, string foot, string tail = "")
    {
        headComment = head.Length > 0 ? head : headComment;
        lineComment = line.Length > 0 ? line : lineComment;
        footComment = foot.Length > 0 ? foot : footComment;
        tailComment = tail.Length > 0 ? tail : tailComment;
    }

    // Line and foot of a collection come when it ends.
    private void SetStartComments(YamlNode node)
    {
        if (node is YamlScalar or YamlAlias)
        {
            SetComments(node.Comments);
        }
        else
        {
            SetComments(node.Comments.Head, "", "");
        }
    }

    // A comment on the line of a key stands behind its scalar, or before the block that follows.
    private void PlaceKeyLineComment(YamlNode value)
    {
        if (keyLineComment.Length == 0)
        {
            return;
        }

        if (value is YamlScalar)
        {
            if (lineComment.Length == 0)
            {
                lineComment = keyLineComment;
                keyLineComment = "";
            }
        }
        else if (value is YamlMapping or YamlSequence)
        {
            (lineComment, keyLineComment) = (keyLineComment, lineComment);
            WriteLineComment();
            (lineComment, keyLineComment) = (keyLineComment, lineComment);
        }
    }

    private void WriteHeadComment()
    {
        if (tailComment.Length > 0)
        {
            WriteIndent();
            WriteComment(tailComment);
            tailComment = "";
            footIndent = Math.Max(indent, 0);
        }

        if (headComment.Length > 0)
        {
            WriteIndent();
            WriteComment(headComment);
            headComment = "";
        }
    }

    private void WriteLineAndFootComment()
    {
        WriteLineComment();
        WriteFootComment();
    }

    private void WriteLineComment()
    {
        if (lineComment.Length == 0)
        {
            return;
        }

        if (!whitespace)
        {
            Put(' ');
        }

        WriteComment(lineComment);
        lineComment = "";
    }

    private void WriteFootComment()
    {
        if (footComment.Length == 0)
        {
            return;
        }

        WriteIndent();
        WriteComment(footComment);
        footComment = "";
        footIndent = Math.Max(indent, 0);
    }

    private void WriteComment(string comment)
    {
        var afterBreak = false;
        var hasPound = false;
        foreach (var c in comment)
        {
            if (ScalarAnalysis.IsBreak(c))
            {
                WriteBreak(c);
                afterBreak = true;
                hasPound = false;
                continue;
            }

            if (afterBreak)
            {
                WriteIndent();
                afterBreak = false;
            }

            if (!hasPound)
            {
                if (c != '#')
                {
                    Put('#');
                    Put(' ');
                }

                hasPound = true;
            }

            Put(c);
            indention = false;
        }

        if (!afterBreak)
        {
            WriteBreak();
        }

        whitespace = true;
    }

    private void WriteIndent()
    {
        var target = Math.Max(indent, 0);
        if (!indention || column > target || (column == target && !whitespace))
        {
            WriteBreak();
        }

        if (footIndent == target)
        {
            WriteBreak();
        }

        if (column < target)
        {
            text.Append(' ', target - column);
            column = target;
        }

        whitespace = true;
        footIndent = -1;
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

    private void WriteBreak(char c = '\n')
    {
        text.Append(c == '\r' ? '\n' : c);
        column = 0;
        indention = true;
    }

    private void Put(char c)
    {
        text.Append(c);
        column++;
    }

    private void WriteAnchor(YamlNode node)
    {
        if (node.Anchor is { } anchor)
        {
            WriteIndicator("&", needsWhitespace: true);
            WriteWord(anchor);
        }
    }

    private void WriteTag(string tag)
    {
        if (tag.StartsWith('!'))
        {
            WriteSeparated("!");
            WriteTagContent(tag.AsSpan(1));
        }
        else if (tag.StartsWith(YamlTags.Prefix, StringComparison.Ordinal))
        {
            WriteSeparated("!!");
            WriteTagContent(tag.AsSpan(YamlTags.Prefix.Length));
        }
        else
        {
            WriteIndicator("!<", needsWhitespace: true);
            WriteTagContent(tag);
            WriteIndicator(">", needsWhitespace: false);
        }
    }

    private void WriteSeparated(string word)
    {
        if (!whitespace)
        {
            Put(' ');
        }

        WriteWord(word);
    }

    private void WriteTagContent(ReadOnlySpan<char> content)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in content.EnumerateRunes())
        {
            if (
                rune.IsAscii
                && (char.IsAsciiLetterOrDigit((char)rune.Value) || ";/?:@&=+$,_.~*'()[]-".Contains((char)rune.Value))
            )
            {
                Put((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(bytes);
            foreach (var b in bytes[..count])
            {
                WriteWord(string.Create(CultureInfo.InvariantCulture, $"%{b:X2}"));
            }
        }

        whitespace = false;
        indention = false;
    }

    private void WriteWord(string word)
    {
        text.Append(word);
        column += word.Length;
        whitespace = false;
        indention = false;
    }
}
