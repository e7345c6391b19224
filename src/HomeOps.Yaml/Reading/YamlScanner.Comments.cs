using System.Text;

namespace HomeOps.Yaml;

// Which comment is a head, a line or a foot follows go-yaml v3 (scannerc.go), since SOPS files are written by it.
internal sealed partial class YamlScanner
{
    // More comments than this between two tokens are not searched for the end of each block.
    private const int MaxCommentSearch = 1000;

    /// <summary>Comments not yet handed to the parser, in the order of the text.</summary>
    public CommentQueue Comments { get; } = new();

    private void SkipToNextToken(Mark scan)
    {
        while (true)
        {
            if (Column == 0 && Look(position) == '\uFEFF')
            {
                position++;
                lineStart = position;
            }

            SkipSeparation();
            PromoteEntryComment();
            if (Look(position) == '#')
            {
                ScanComments(scan);
            }

            if (position >= end || !IsBreak(text[position]))
            {
                return;
            }

            SkipBreak();
            if (flowLevel == 0)
            {
                simpleKeyAllowed = true;
            }
        }
    }

    // Tabs separate, but where a block may begin they would be indentation; lines of blanks only are harmless.
    private void SkipSeparation()
    {
        var index = position;
        var tab = -1;
        while (index < end && IsBlank(text[index]))
        {
            if (text[index] == '\t' && tab < 0)
            {
                tab = index;
            }

            index++;
        }

        var harmless = tab < 0 || flowLevel > 0 || !simpleKeyAllowed || IsBreakOrEnd(index) || text[index] == '#';
        position = harmless ? index : tab;
    }

    // "- # text" with the item on the next line: the comment is a head of what follows.
    private void PromoteEntryComment()
    {
        if (
            Comments.FromEnd(0) is { Line.Length: > 0 } comment
            && tokens.Remembers(2)
            && (position >= end || !IsBreak(text[position]))
            && tokens.FromEnd(1).Kind == TokenKind.BlockSequenceStart
            && tokens.FromEnd(0).Kind == TokenKind.BlockEntry
        )
        {
            comment.Head = comment.Line;
            comment.Line = "";
            if (comment.Start.Line == line - 1)
            {
                comment.Token = Here;
            }
        }
    }

    private void ScanLineComment(Mark token)
    {
        if (newlines > 0)
        {
            return;
        }

        var index = position;
        while (index < end && IsBlank(text[index]))
        {
            index++;
        }

        if (index < end && text[index] == '#' && index > 0)
        {
            position = index;
            var start = Here;
            Comments.Add(
                new PendingComment
                {
                    Scan = default,
                    Token = token,
                    Start = start,
                    Line = ReadComment(),
                }
            );
        }
    }

    private string ReadComment()
    {
        var start = position;
        var length = text.AsSpan(start, end - start).IndexOfAny("\n\r\u0085\u2028\u2029");
        position = length < 0 ? end : start + length;
        newlines = 0;
        return text[start..position];
    }

    private void ScanComments(Mark scan)
    {
        ref readonly var last = ref tokens.FromEnd(0);
        var before = last.Kind == TokenKind.FlowEntry && tokens.Remembers(2) ? tokens.FromEnd(1) : last;
        var token = before.Start;
        var start = default(Mark);
        var nextIndent = Math.Max(indent, 0);
        var recentEmpty = false;
        var firstEmpty = newlines <= 1;
        var footLine = -1;
        if (scan.Line > 0)
        {
            footLine = line - newlines + 1 + (newlines == 0 && Column > 1 ? 1 : 0);
        }

        var block = new StringBuilder();
        var lookLine = line;
        var column = Column;
        var look = position;

        // The loop looks ahead of the position over blank lines and stops at the next content.
        for (; ; look++, column++)
        {
            var c = Look(look);
            if (look < end && IsBlank(c))
            {
                continue;
            }

            var closing = flowLevel > 0 && c is ']' or '}';
            if (closing || look >= end || IsBreak(c))
            {
                if (closing || !recentEmpty)
                {
                    var dedented = start.Column < nextIndent;
                    var isFoot = firstEmpty && ((start.Line == footLine && before.Kind != TokenKind.Value) || dedented);
                    if ((closing || isFoot) && block.Length > 0)
                    {
                        // A block before the first blank line, or before a closing bracket, ends what precedes it.
                        AddFoot(dedented ? start : token);
                    }
                    else if (!closing && !isFoot && block.Length > 0 && look < end)
                    {
                        block.Append('\n');
                    }
                }

                if (look >= end || !IsBreak(c))
                {
                    break;
                }

                look += BreakLength(look) - 1;
                firstEmpty = false;
                recentEmpty = true;
                column = -1;
                lookLine++;
                continue;
            }

            if (block.Length > 0 && column < nextIndent && column != start.Column)
            {
                AddFoot(token);
            }

            if (c != '#')
            {
                break;
            }

            if (block.Length == 0)
            {
                start = new Mark(look, lookLine, column);
            }
            else
            {
                block.Append('\n');
            }

            recentEmpty = false;
            AdvanceTo(look);
            block.Append(ReadComment());
            look = position >= end ? end - 1 : position + BreakLength(position) - 1;
            column = -1;
            lookLine = line;
        }

        if (block.Length > 0)
        {
            Comments.Add(
                new PendingComment
                {
                    Scan = scan,
                    Token = start,
                    Start = start,
                    End = look - 1,
                    Head = block.ToString(),
                }
            );
        }

        void AddFoot(Mark owner)
        {
            Comments.Add(
                new PendingComment
                {
                    Scan = scan,
                    Token = owner,
                    Start = start,
                    End = look,
                    Foot = block.ToString(),
                }
            );
            scan = new Mark(look, lookLine, column);
            token = scan;
            block.Clear();
        }
    }

    private void AdvanceTo(int index)
    {
        while (position < index)
        {
            if (IsBreak(text[position]))
            {
                SkipBreak();
            }
            else
            {
                position++;
            }
        }
    }

    // Closes block collections deeper than a column. The end is put before comments that stand at the indentation of the
    // collection that goes on, so that they are not taken for its own.
    private void UnrollIndent(int column, Mark scan)
    {
        if (flowLevel > 0 || indent <= column)
        {
            return;
        }

        var mark = scan with { Index = scan.Index - 1 };
        while (indent > column)
        {
            var stop = mark.Index;
            for (var back = 0; back < MaxCommentSearch && Comments.FromEnd(back) is { } comment; back++)
            {
                if (comment.End < stop)
                {
                    break;
                }

                if (comment.Start.Column == indent)
                {
                    mark = comment.Start;
                }

                stop = comment.Scan.Index;
            }

            tokens.Add(new Token(TokenKind.BlockEnd, mark, Math.Max(mark.Index, 0)));
            indent = indents.Pop();
        }
    }
}
