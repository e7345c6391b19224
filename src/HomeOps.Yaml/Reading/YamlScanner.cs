using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>
/// Cuts a text into tokens, after libyaml's scanner: indentation becomes block start and end tokens, a simple key is
/// found by the colon behind it. Comments are kept aside for the parser, after go-yaml v3's rules.
/// </summary>
internal sealed partial class YamlScanner(SourceText source, int end)
{
    private readonly string text = source.Text;
    private readonly TokenQueue tokens = new();
    private int position;
    private int line;
    private int lineStart;

    // Line breaks since the last character that was not blank.
    private int newlines;
    private int flowLevel;
    private bool started;

    /// <summary>The next token; stays the first until <see cref="Take"/>.</summary>
    public ref readonly Token Peek()
    {
        // Two tokens are read ahead, so that a foot comment is known before what it belongs to is finished.
        while (tokens.Count < 3 || IsHeadPossibleKey())
        {
            Fetch();
        }

        return ref tokens.First;
    }

    /// <summary>Takes the token that <see cref="Peek"/> gave.</summary>
    public void Take() => tokens.Take();

    private Mark Here => new(position, line, Column);

    private int Column => position - lineStart;

    private void Fetch()
    {
        if (!started)
        {
            started = true;
            tokens.Add(new Token(TokenKind.StreamStart, Here, position));
            return;
        }

        var scan = Here;
        SkipToNextToken(scan);
        UnrollIndent(Column, scan);
        if (position >= end)
        {
            FetchStreamEnd();
            return;
        }

        var c = text[position];
        if (Column == 0)
        {
            if (c == '%')
            {
                FetchDirective();
                return;
            }

            if (IsDocumentMarker(position))
            {
                FetchDocumentMarker(c == '-' ? TokenKind.DocumentStart : TokenKind.DocumentEnd);
                return;
            }
        }

        // What follows a colon, or a comma in brackets, is a comment on the token before it.
        var commentMark =
            tokens.Remembers(1) && (flowLevel == 0 ? c == ':' : c == ',') ? tokens.FromEnd(0).Start : Here;
        FetchContent(c);
        if (tokens.FromEnd(0).Kind != TokenKind.BlockEntry)
        {
            ScanLineComment(commentMark);
        }
    }

    private void FetchContent(char c)
    {
        switch (c)
        {
            case '[':
                FetchFlowStart(TokenKind.FlowSequenceStart);
                return;
            case '{':
                FetchFlowStart(TokenKind.FlowMappingStart);
                return;
            case ']':
                FetchFlowEnd(TokenKind.FlowSequenceEnd);
                return;
            case '}':
                FetchFlowEnd(TokenKind.FlowMappingEnd);
                return;
            case ',' when flowLevel > 0:
                FetchFlowEntry();
                return;
            case '-' when IsBlankOrEnd(position + 1):
                FetchBlockEntry();
                return;
            case '?' when EndsIndicator(position + 1):
                FetchKey();
                return;
            case ':' when IsValueIndicator():
                FetchValue();
                return;
            case '*':
                FetchAnchor(TokenKind.Alias);
                return;
            case '&':
                FetchAnchor(TokenKind.Anchor);
                return;
            case '!':
                FetchTag();
                return;
            case '|' when flowLevel == 0:
                FetchBlockScalar(ScalarStyle.Literal);
                return;
            case '>' when flowLevel == 0:
                FetchBlockScalar(ScalarStyle.Folded);
                return;
            case '\'':
                FetchQuoted(ScalarStyle.SingleQuoted);
                return;
            case '"':
                FetchQuoted(ScalarStyle.DoubleQuoted);
                return;
            case '\t':
                throw Error(YamlDiagnostics.TabIndentation(At(position, 1)));
            case '#' or ',' or '%' or '@' or '`' or '|' or '>':
                throw Error(YamlDiagnostics.CannotStart(At(position, 1), c));
            default:
                FetchPlain();
                return;
        }
    }

    private void FetchStreamEnd()
    {
        if (flowLevel > 0)
        {
            throw Error(YamlDiagnostics.UnclosedBracket(At(simpleKeys[flowLevel].Opening, 1)));
        }

        if (Column != 0)
        {
            line++;
            lineStart = position;
        }

        UnrollIndent(-1, Here);
        RemoveSimpleKey();
        simpleKeyAllowed = false;
        tokens.Add(new Token(TokenKind.StreamEnd, Here, position));
    }

    private void FetchDocumentMarker(TokenKind kind)
    {
        if (flowLevel > 0)
        {
            throw Error(YamlDiagnostics.UnclosedBracket(At(simpleKeys[flowLevel].Opening, 1)));
        }

        UnrollIndent(-1, Here);
        RemoveSimpleKey();
        simpleKeyAllowed = false;
        AddIndicator(kind, 3);
    }

    private void FetchFlowStart(TokenKind kind)
    {
        SaveSimpleKey();
        simpleKeys.Add(new SimpleKey { Opening = position });
        flowLevel++;
        simpleKeyAllowed = true;
        AddIndicator(kind, 1);
    }

    private void FetchFlowEnd(TokenKind kind)
    {
        if (flowLevel == 0)
        {
            throw Error(YamlDiagnostics.UnexpectedClosing(At(position, 1), text[position]));
        }

        RemoveSimpleKey();
        simpleKeys.RemoveAt(flowLevel);
        flowLevel--;
        simpleKeyAllowed = false;
        AddIndicator(kind, 1);
    }

    private void FetchFlowEntry()
    {
        RemoveSimpleKey();
        simpleKeyAllowed = true;
        AddIndicator(TokenKind.FlowEntry, 1);
    }

    private void FetchBlockEntry()
    {
        if (flowLevel > 0)
        {
            throw Error(YamlDiagnostics.SequenceEntryNotAllowed(At(position, 1)));
        }

        if (!simpleKeyAllowed)
        {
            throw Error(YamlDiagnostics.SequenceEntryNotAllowed(At(position, 1)));
        }

        RollIndent(Here, null, TokenKind.BlockSequenceStart);
        RemoveSimpleKey();
        simpleKeyAllowed = true;
        AddIndicator(TokenKind.BlockEntry, 1);
    }

    private void FetchKey()
    {
        if (flowLevel == 0)
        {
            if (!simpleKeyAllowed)
            {
                throw Error(YamlDiagnostics.KeyNotAllowed(At(position, 1)));
            }

            RollIndent(Here, null, TokenKind.BlockMappingStart);
        }

        RemoveSimpleKey();
        simpleKeyAllowed = flowLevel == 0;
        AddIndicator(TokenKind.Key, 1);
    }

    private void FetchValue()
    {
        ref var key = ref SimpleKeys[flowLevel];
        if (IsValid(ref key))
        {
            key.Possible = false;
            var mark = key.Mark;
            var number = key.TokenNumber;
            tokens.Insert(number, new Token(TokenKind.Key, mark, mark.Index));
            RollIndent(mark, number, TokenKind.BlockMappingStart);
            simpleKeyAllowed = false;
        }
        else
        {
            if (flowLevel == 0)
            {
                if (!simpleKeyAllowed)
                {
                    throw Error(YamlDiagnostics.ValueNotAllowed(At(position, 1)));
                }

                RollIndent(Here, null, TokenKind.BlockMappingStart);
            }

            simpleKeyAllowed = flowLevel == 0;
        }

        AddIndicator(TokenKind.Value, 1);
    }

    private void AddIndicator(TokenKind kind, int length)
    {
        var start = Here;
        position += length;
        newlines = 0;
        Add(new Token(kind, start, position));
    }

    private void Add(in Token token)
    {
        tokens.Add(pendingKeyLevel > 0 ? token with { KeyLevel = pendingKeyLevel } : token);
        pendingKeyLevel = 0;
    }

    // In brackets a colon also ends a key in quotes or brackets that it touches: {"a":1}.
    private bool IsValueIndicator()
    {
        if (EndsIndicator(position + 1))
        {
            return true;
        }

        if (flowLevel == 0)
        {
            return false;
        }

        ref readonly var last = ref tokens.FromEnd(0);
        return last.End == position
            && (
                last.Kind is TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd
                || (last.Kind == TokenKind.Scalar && last.Style != ScalarStyle.Plain)
            );
    }

    private bool EndsIndicator(int index) =>
        IsBlankOrEnd(index) || (flowLevel > 0 && text[index] is ',' or '[' or ']' or '{' or '}');

    private Location At(int start, int length) => source.At(start, length);

    private static YamlSyntaxException Error(Diagnostic diagnostic) => new(diagnostic);
}
