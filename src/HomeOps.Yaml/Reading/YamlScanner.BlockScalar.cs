namespace HomeOps.Yaml;

internal sealed partial class YamlScanner
{
    private enum Chomping
    {
        Clip,
        Strip,
        Keep,
    }

    private void FetchBlockScalar(ScalarStyle style)
    {
        RemoveSimpleKey();
        simpleKeyAllowed = true;
        Add(ScanBlockScalar(style));
    }

    private Token ScanBlockScalar(ScalarStyle style)
    {
        var start = Here;
        var (chomping, given) = ReadBlockHeader(start);
        var stop = headerStop;
        var contentIndent = given > 0 ? Math.Max(indent, 0) + given : 0;

        buffer.Clear();
        var lineBreak = "";
        var leadingBlank = false;
        var breaks = new List<string>();
        ReadBlockBreaks(ref contentIndent, breaks);
        while (position < end && Column == contentIndent)
        {
            var trailingBlank = IsBlank(text[position]);
            if (style == ScalarStyle.Folded && !leadingBlank && !trailingBlank && lineBreak.StartsWith('\n'))
            {
                if (breaks.Count == 0)
                {
                    buffer.Append(' ');
                }
            }
            else
            {
                buffer.Append(lineBreak);
            }

            lineBreak = "";
            breaks.ForEach(b => buffer.Append(b));
            breaks.Clear();
            leadingBlank = trailingBlank;

            var from = position;
            var length = text.AsSpan(from, end - from).IndexOfAny("\n\r\u0085\u2028\u2029");
            position = length < 0 ? end : from + length;
            stop = position;
            newlines = 0;
            buffer.Append(text, from, position - from);
            if (position < end)
            {
                lineBreak = BreakText(position);
                SkipBreak();
            }

            ReadBlockBreaks(ref contentIndent, breaks);
        }

        if (chomping != Chomping.Strip)
        {
            buffer.Append(lineBreak);
        }

        if (chomping == Chomping.Keep)
        {
            breaks.ForEach(b => buffer.Append(b));
        }

        return new Token(TokenKind.Scalar, start, stop, buffer.ToString(), Style: style);
    }

    private int headerStop;

    private (Chomping Chomping, int Indent) ReadBlockHeader(Mark start)
    {
        position++;
        newlines = 0;
        var chomping = Chomping.Clip;
        var given = 0;
        for (var i = 0; i < 2; i++)
        {
            var c = Look(position);
            if (c is '+' or '-' && chomping == Chomping.Clip)
            {
                chomping = c == '+' ? Chomping.Keep : Chomping.Strip;
                position++;
            }
            else if (c is >= '1' and <= '9' && given == 0)
            {
                given = c - '0';
                position++;
            }
        }

        headerStop = position;
        var blank = position;
        SkipBlanks();
        if (Look(position) == '#' && position > blank)
        {
            ScanLineComment(start);
        }

        if (!IsBreakOrEnd(position))
        {
            throw Error(YamlDiagnostics.BadBlockHeader(At(start.Index, position + 1 - start.Index)));
        }

        if (position < end)
        {
            SkipBreak();
        }

        return (chomping, given);
    }

    // Reads blank lines and the indentation of the next line; finds the indentation of the content if it was not given.
    private void ReadBlockBreaks(ref int contentIndent, List<string> breaks)
    {
        var deepest = 0;
        while (true)
        {
            while (position < end && text[position] == ' ' && (contentIndent == 0 || Column < contentIndent))
            {
                position++;
            }

            deepest = Math.Max(deepest, Column);
            if (Look(position) == '\t' && (contentIndent == 0 ? Column <= indent : Column < contentIndent))
            {
                throw Error(YamlDiagnostics.TabIndentation(At(position, 1)));
            }

            if (position >= end || !IsBreak(text[position]))
            {
                break;
            }

            breaks.Add(BreakText(position));
            SkipBreak();
        }

        if (contentIndent == 0)
        {
            contentIndent = Math.Max(Math.Max(deepest, indent + 1), 1);
        }
    }
}
