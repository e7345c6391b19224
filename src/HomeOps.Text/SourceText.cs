namespace HomeOps.Text;

/// <summary>
/// The text of one file and the name it is reported under. Offsets are kept everywhere; lines and columns are
/// worked out only when something is printed.
/// </summary>
public sealed class SourceText
{
    private int[]? lineStarts;

    /// <summary>Names a text.</summary>
    /// <param name="path">The name shown to people, normally the path relative to the working directory.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The name shown to people.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => lineStarts ??= FindLineStarts(Text);

    /// <summary>Line and column (both from 1) of an offset; offsets outside the text are clamped to it.</summary>
    public LinePosition GetPosition(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = Array.BinarySearch(LineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The characters of a line (counted from 1) without its line end.</summary>
    public ReadOnlySpan<char> GetLine(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The span of a line (counted from 1) without its line end.</summary>
    public TextSpan GetLineSpan(int line) => new(LineStarts[line - 1], GetLine(line).Length);

    /// <summary>A place in this text.</summary>
    public Location At(TextSpan span) => new(this, span);

    /// <summary>A place in this text.</summary>
    public Location At(int start, int length) => new(this, new TextSpan(start, length));

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
