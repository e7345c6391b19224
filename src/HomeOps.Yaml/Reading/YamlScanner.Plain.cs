using System.Text;

namespace HomeOps.Yaml;

internal sealed partial class YamlScanner
{
    private readonly StringBuilder buffer = new();

    private void FetchPlain()
    {
        SaveSimpleKey();
        simpleKeyAllowed = false;
        Add(ScanPlain());
    }

    private Token ScanPlain()
    {
        var start = Here;
        var first = ReadPlainRun();
        if (!ContinuesPlain())
        {
            return new Token(TokenKind.Scalar, start, start.Index + first, text.Substring(start.Index, first));
        }

        // More than one line: a single break becomes a blank, of several the first is dropped.
        buffer.Clear();
        buffer.Append(text, start.Index, first);
        int stop;
        do
        {
            AppendFolded(fold);
            var run = position;
            buffer.Append(text, run, ReadPlainRun());
            stop = plainStop;
        } while (ContinuesPlain());

        return new Token(TokenKind.Scalar, start, stop, buffer.ToString());
    }

    // Offset behind the last character of the run read last that is not a blank.
    private int plainStop;

    // The line breaks that ContinuesPlain went over.
    private Fold fold;

    // Breaks between two lines of a flow scalar: the first, and how many more follow from an offset on.
    private readonly record struct Fold(string First, int From, int More);

    // Reads to the end of the text on this line; gives its length without trailing blanks, stands behind it.
    private int ReadPlainRun()
    {
        var start = position;
        plainStop = start;
        while (position < end)
        {
            var c = text[position];
            if (c > ' ' && c < '\u007f')
            {
                if (
                    (c == ':' && EndsIndicator(position + 1))
                    || (flowLevel > 0 && c is ',' or '[' or ']' or '{' or '}')
                    || (c == '#' && position > plainStop)
                )
                {
                    break;
                }
            }
            else if (IsBlank(c))
            {
                position++;
                continue;
            }
            else if (IsBreak(c))
            {
                break;
            }

            position++;
            plainStop = position;
        }

        newlines = 0;
        position = plainStop;
        return plainStop - start;
    }

    // Moves over line breaks to the next line of the same scalar. When there is none, breaks are consumed all the same and
    // a key may begin behind them.
    private bool ContinuesPlain()
    {
        var index = position;
        while (index < end && IsBlank(text[index]))
        {
            index++;
        }

        if (index >= end || !IsBreak(text[index]))
        {
            position = index;
            return false;
        }

        position = index;
        var firstBreak = BreakText(position);
        SkipBreak();
        simpleKeyAllowed = true;
        var more = 0;
        var folded = position;
        while (position < end)
        {
            if (IsBlank(text[position]))
            {
                SkipIndentation();
            }
            else if (IsBreak(text[position]))
            {
                more++;
                SkipBreak();
            }
            else
            {
                break;
            }
        }

        if (
            position >= end
            || (flowLevel == 0 && Column <= indent)
            || text[position] == '#'
            || (Column == 0 && IsDocumentMarker(position))
            || EndsPlainLine()
        )
        {
            return false;
        }

        simpleKeyAllowed = false;
        fold = new Fold(firstBreak, folded, more);
        return true;
    }

    private void SkipIndentation()
    {
        while (position < end && text[position] == ' ')
        {
            position++;
        }

        var tab = position;
        var isIndentation = flowLevel == 0 && Column <= indent;
        SkipBlanks();
        if (position > tab && isIndentation && !IsBreakOrEnd(position))
        {
            throw Error(YamlDiagnostics.TabIndentation(At(tab, 1)));
        }
    }

    // Whether the next line begins with what no plain scalar can go on with.
    private bool EndsPlainLine()
    {
        var c = text[position];
        return (c == ':' && EndsIndicator(position + 1)) || (flowLevel > 0 && c is ',' or '[' or ']' or '{' or '}');
    }

    private static string BreakText(char c) =>
        c switch
        {
            '\u2028' => "\u2028",
            '\u2029' => "\u2029",
            _ => "\n",
        };

    private string BreakText(int index) => BreakText(text[index]);

    // The breaks between two lines of a flow scalar: the first one folds to a blank when it is alone.
    private void AppendFolded(Fold breaks)
    {
        if (!breaks.First.StartsWith('\n'))
        {
            buffer.Append(breaks.First);
        }
        else if (breaks.More == 0)
        {
            buffer.Append(' ');
        }

        var more = breaks.More;
        for (var i = breaks.From; more > 0; i++)
        {
            if (IsBreak(text[i]))
            {
                buffer.Append(BreakText(i));
                i += BreakLength(i) - 1;
                more--;
            }
        }
    }
}
